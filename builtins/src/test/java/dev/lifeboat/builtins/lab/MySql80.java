package dev.lifeboat.builtins.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.opentest4j.TestAbortedException;

/**
 * MySQL 8.0.31, the server alone, out of a Maven artifact that this module's tests have on their class path. Once made, it
 * stays in the cache, and is there for the tests of other modules too.
 */
final class MySql80 {
    private static final String ARCHIVE = "/mysql-Linux-amd64.tar.gz";

    private MySql80() {}

    static MySqlDistribution find() {
        return made().or(() -> {
            var reason = make();
            return reason.isEmpty() ? made() : Unavailable.because(reason);
        }).orElseThrow();
    }

    /** Empty, with the reason on the output, where it can't be had; under {@code CI=true} that fails. */
    static Optional<MySqlDistribution> whereItCanBeHad() {
        try {
            return Optional.of(find());
        } catch (TestAbortedException cannotBeHad) {
            System.out.println("Not tested on MySQL 8.0: " + cannotBeHad.getMessage());
            return Optional.empty();
        }
    }

    private static Optional<MySqlDistribution> made() {
        return MySqlDistribution.of(LabCache.folder().resolve("mysql-8.0/bin/mysqld"));
    }

    /** @return why it can't be made; empty where it was */
    private static String make() {
        try (var packed = MySql80.class.getResourceAsStream(ARCHIVE)) {
            if (packed == null) {
                return "The archive of MySQL 8.0 is not on the class path: test the builtins first.";
            }
            var archive = Files.createTempFile("mysql-8.0-", ".tar.gz");
            Files.copy(packed, archive, StandardCopyOption.REPLACE_EXISTING);
            var reason = LabScripts.fetch("fetch-mysql-8.0", archive.toString());
            Files.delete(archive);
            return reason;
        } catch (IOException cannotWrite) {
            throw new UncheckedIOException(cannotWrite);
        }
    }
}
