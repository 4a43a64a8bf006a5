package dev.lifeboat.builtins.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * The data folder of a server that was just installed and has nothing but the lab's accounts. To make one takes about 5
 * seconds, so it is kept in the cache, and each server is given a copy.
 */
record EmptyData(MySqlDistribution distribution) {

    /** Puts a copy where nothing is yet. The server that starts on it gives itself a {@code server_uuid} of its own. */
    void copyTo(Path data) throws IOException {
        Command.of("cp", "-a", "--reflink=auto", kept().resolve("data").toString(), data.toString()).output();
        Files.deleteIfExists(data.resolve("auto.cnf"));
    }

    private Path kept() {
        var statements = LabAccounts.statements(distribution.version());
        var checksum = new CRC32();
        checksum.update((distribution.mysqld() + statements).getBytes(StandardCharsets.UTF_8));
        return LabCache.folder("mysql-data-%s-%08x".formatted(distribution.version(), checksum.getValue()), this::make);
    }

    private void make(Path target) {
        System.out.println("Making an empty data folder for MySQL " + distribution.version() + ", once.");
        try (var place = LabFolder.create()) {
            var folder = new ServerFolder(place.path());
            folder.furnish(distribution, place.path(), Map.of("skip_log_bin", "ON", "skip_networking", "ON"),
                    false);
            var accounts = Files.writeString(place.path().resolve("accounts.sql"),
                    LabAccounts.statements(distribution.version()));
            Command.of(distribution.mysqld().toString(), "--defaults-file=" + folder.optionFile(),
                    "--initialize-insecure").output();
            Command.of("sh", "-c", folder.service("start") + " --init-file=" + accounts).output();
            Command.of("sh", "-c", folder.service("stop")).output();
            Command.of("cp", "-a", folder.data().toString(), target.toString()).output();
        } catch (IOException cannotWrite) {
            throw new UncheckedIOException(cannotWrite);
        }
    }
}
