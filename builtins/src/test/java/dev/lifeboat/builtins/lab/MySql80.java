package dev.lifeboat.builtins.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;

/**
 * MySQL 8.0.31, the server alone, out of a Maven artifact that this module's tests have on their class path while
 * {@code LIFEBOAT_MYSQL_VERSIONS} is set. Once made, it stays in the cache, and is there for the tests of other modules too.
 */
final class MySql80 {
    private static final String ARCHIVE = "/mysql-Linux-amd64.tar.gz";

    private MySql80() {}

    static MySqlDistribution find() {
        var made = LabCache.folder().resolve("mysql-8.0/bin/mysqld");
        return MySqlDistribution.of(made).or(() -> {
            make();
            return MySqlDistribution.of(made);
        }).orElseThrow();
    }

    private static void make() {
        try (var packed = MySql80.class.getResourceAsStream(ARCHIVE)) {
            if (packed == null) {
                Unavailable
                        .because("The archive of MySQL 8.0 is not on the class path: set LIFEBOAT_MYSQL_VERSIONS for "
                                + "Maven too, and test the builtins first.");
            }
            var archive = Files.createTempFile("mysql-8.0-", ".tar.gz");
            Files.copy(packed, archive, StandardCopyOption.REPLACE_EXISTING);
            var reason = LabScripts.fetch("fetch-mysql-8.0", archive.toString());
            Files.delete(archive);
            if (!reason.isEmpty()) {
                Unavailable.because(reason);
            }
        } catch (IOException cannotWrite) {
            throw new UncheckedIOException(cannotWrite);
        }
    }
}
