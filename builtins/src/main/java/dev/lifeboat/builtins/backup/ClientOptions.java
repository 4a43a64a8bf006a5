package dev.lifeboat.builtins.backup;

import dev.lifeboat.builtins.inventory.Inventory.Tls;
import dev.lifeboat.builtins.mysql.jdbc.JdbcLogin;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.world.RealWorld;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An option file from which one of MySQL's own programs learns how to get into a server, in a folder that nobody else can look into, and that is gone when this is closed. A password among arguments would be seen by
 * everybody.
 */
@RealWorld
public final class ClientOptions implements AutoCloseable {
    private final Path folder;

    private ClientOptions(Path folder) {
        this.folder = folder;
    }

    public static ClientOptions of(JdbcLogin login) {
        try {
            ClientOptions options = new ClientOptions(
                    Files.createTempDirectory(ScratchFile.beginning(), permissions("rwx------")));
            Files.writeString(Files.createFile(options.file(), permissions("rw-------")), text(login));
            return options;
        } catch (IOException e) {
            throw Failure.of("The options of MySQL's client could not be written: " + e.getMessage() + ".").because(e);
        }
    }

    private static FileAttribute<Set<PosixFilePermission>> permissions(String text) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text));
    }

    /** For what else the program needs. */
    Path folder() {
        return folder;
    }

    private Path file() {
        return folder.resolve("client.cnf");
    }

    static String text(JdbcLogin login) {
        List<String> lines = new ArrayList<>(List.of("[client]", "protocol=tcp",
                "host=" + quoted(login.address().host()), "port=" + login.address().port(),
                "user=" + quoted(login.user()), "password=" + quoted(login.password().get()),
                "ssl-mode=" + login.sslMode()));
        login.ca().map(Path::toAbsolutePath).map(Path::toString).ifPresent(ca -> lines.add("ssl-ca=" + quoted(ca)));
        if (login.tls() == Tls.OFF || login.tls() == Tls.PREFER) {
            // What Connector/J is told as well (allowPublicKeyRetrieval): without TLS the password travels under the server's key.
            lines.add("get-server-public-key");
        }
        // Older clients leave out the comments of routines, where nobody says otherwise.
        lines.addAll(List.of("[mysql]", "comments"));
        return String.join("\n", lines) + "\n";
    }

    /** By the manual's "Using Option Files": escapes hold within quotes. */
    private static String quoted(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\t", "\\t") + '"';
    }

    /** The first argument of the program. */
    public String argument() {
        return "--defaults-file=" + file();
    }

    @Override
    public void close() {
        try {
            remove();
        } catch (IOException e) {
            throw Failure
                    .of("The options of MySQL's client, which hold a password, could not be removed: " + e.getMessage()
                            + ".")
                    .hint("Remove `" + folder + "` by hand.").because(e);
        }
    }

    /** With what the program has left there; a guard that has ended it has done so already. */
    private void remove() throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path one : files.toList()) {
                    Files.deleteIfExists(one);
                }
            }
            Files.deleteIfExists(folder);
        }
    }
}
