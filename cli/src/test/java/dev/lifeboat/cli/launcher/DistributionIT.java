package dev.lifeboat.cli.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.cli.launcher.Checkout.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher with the distribution that this build has packaged, on the JDK that runs the tests. */
class DistributionIT {

    @TempDir
    Path machine;
    Checkout checkout;

    @BeforeEach
    void theDistributionThatWasPackaged() throws Exception {
        checkout = new Checkout(machine).set("LIFEBOAT_JAVA_HOME", System.getProperty("java.home"));
        copy(Path.of("target/lifeboat").toAbsolutePath(), checkout.packaged().getParent());
    }

    @Test
    void saysItsVersionAndNothingElse() throws Exception {
        checkout.lifeboat("--version");
        var outcome = checkout.lifeboat("--version");
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out()).matches("lifeboat \\d+\\.\\d+\\.\\d+( \\([0-9a-f]+(-dirty)?\\))?\n");
        assertThat(outcome.status()).isZero();
    }

    @Test
    void theArchiveThatItMakesDoesNotChangeTheResult() throws Exception {
        var first = checkout.lifeboat("--help");
        assertThat(first.out()).startsWith("Usage: lifeboat");
        assertThat(archive()).isNotEmptyFile();
        assertThat(checkout.lifeboat("--help")).isEqualTo(new Outcome(first.out(), "", 0));
    }

    @Test
    void neitherDoesOneThatIsBroken() throws Exception {
        checkout.lifeboat("--help");
        var sound = checkout.lifeboat("--help");
        Files.writeString(archive(), "not an archive");
        assertThat(checkout.lifeboat("--help")).isEqualTo(sound);
    }

    @Test
    void whatAPreflightPreparesIsNotSaidOnStandardOutput() throws Exception {
        var outcome = checkout.lifeboat("preflight", "none.runbook");
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains("preparing runs to start faster", "There is no inventory");
    }

    private Path archive() throws IOException {
        var build = Files.readString(checkout.builds().resolve("current"), UTF_8).strip();
        try (Stream<Path> files = Files.list(checkout.builds().resolve(build))) {
            return files.filter(file -> file.toString().matches(".*\\.(aot|jsa)")).findFirst().orElseThrow();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (var file : files.toList()) {
                Files.createDirectories(to.resolve(from.relativize(file)).getParent());
                Files.copy(file, to.resolve(from.relativize(file)));
            }
        }
    }
}
