package dev.lifeboat.cli.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.builtins.lab.Await;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartingTest {

    @TempDir
    Path machine;
    Checkout checkout;

    @BeforeEach
    void aMachineWithAJdk() throws Exception {
        checkout = new Checkout(machine).maven();
        checkout.jdk("jdk", "21.0.1");
    }

    @Test
    void handsOnArgumentsInputAndStatus() throws Exception {
        var process = checkout.start(checkout.folder.resolve("lifeboat"), "run", "a b", "", "*", "$HOME");
        var outcome = Checkout.finish(process, "approve\nno\n");
        assertThat(outcome.out()).endsWith("""
                <dev.lifeboat.cli.Lifeboat>
                <run>
                <a b>
                <>
                <*>
                <$HOME>
                input approve
                input no
                """);
        assertThat(outcome.status()).isEqualTo(3);
    }

    @Test
    void worksThroughSymbolicLinksFromAnotherFolder() throws Exception {
        var near = Files.createSymbolicLink(checkout.folder.resolve("near"), Path.of("lifeboat"));
        var far = Files.createSymbolicLink(Files.createDirectories(machine.resolve("bin")).resolve("lb"), near);
        assertThat(Checkout.finish(checkout.start(far, "check"), "").out()).startsWith("java 21.0.1\n")
                .contains(checkout.builds().toRealPath().toString());
    }

    @Test
    void allButLongCommandsAreTunedToStart() throws Exception {
        assertThat(checkout.lifeboat("check").out()).contains("<-XX:TieredStopAtLevel=1>", "<-XX:+UseSerialGC>");
        assertThat(checkout.lifeboat().out()).contains("<-XX:TieredStopAtLevel=1>");
        assertThat(checkout.lifeboat("run").out()).contains("<-XX:TieredStopAtLevel=1>");
        assertThat(checkout.lifeboat("dry-run").out()).doesNotContain("-XX:Tiered");
    }

    @Test
    void makesTheArchiveOnceAndUsesIt() throws Exception {
        var first = checkout.lifeboat("check");
        assertThat(first.err()).contains("preparing `check` to start faster");
        assertThat(first.out()).containsPattern("<-XX:SharedArchiveFile=.*/21\\.0\\.1-check\\.jsa>");
        assertThat(checkout.lifeboat("check").err()).isEmpty();
    }

    @Test
    void anIncidentDoesNotWaitForAnArchiveAndUsesThatOfDryRuns() throws Exception {
        assertThat(checkout.lifeboat("run").out()).doesNotContain("-XX:SharedArchiveFile");
        checkout.lifeboat("dry-run");
        assertThat(checkout.lifeboat("run").out()).containsPattern("<-XX:SharedArchiveFile=.*-dry-run\\.jsa>");
    }

    @Test
    void thePreflightOfAnEstateMakesTheArchiveOfItsRuns() throws Exception {
        checkout.lifeboat("dry-run");
        assertThat(checkout.lifeboat("preflight", "--help").out()).containsPattern("=.*-dry-run\\.jsa>");
        assertThat(checkout.lifeboat("preflight").err()).contains("preparing runs to start faster");
        Await.until("it is made", Duration.ofSeconds(30),
                () -> checkout.lifeboat("run").out().contains("-preflight.jsa>"));
        assertThat(checkout.lifeboat("preflight").err()).isEmpty();
    }

    @Test
    void aPreflightThatFailsLeavesNone() throws Exception {
        checkout.jdk("newer", "25.0.3");
        var preflight = checkout.lifeboat("preflight");
        assertThat(preflight.out()).contains("<-XX:AOTMode=record>", "<dev.lifeboat.cli.Rehearsal>");
        assertThat(preflight.status()).isEqualTo(3);
        assertThat(checkout.lifeboat("run").out()).doesNotContain("preflight.aot");
        try (var files = Files.walk(checkout.builds())) {
            assertThat(files).noneMatch(file -> file.toString().contains("preflight"));
        }
    }

    @Test
    void aNewerJdkMakesItsBetterKind() throws Exception {
        checkout.jdk("newer", "25.0.3");
        assertThat(checkout.lifeboat("check").out()).containsPattern("<-XX:AOTCache=.*/25\\.0\\.3-check\\.aot>");
    }

    @Test
    void aJdkThatMakesNoArchiveIsAskedOnceAndServesWithoutIt() throws Exception {
        Checkout.program(checkout.jdks.resolve("jdk/bin/java"),
                "echo \"$*\" >> '%s'".formatted(machine.resolve("java-calls")));
        checkout.lifeboat("check");
        checkout.lifeboat("check");
        assertThat(machine.resolve("java-calls")).content().containsOnlyOnce("ArchiveClassesAtExit")
                .doesNotContain("SharedArchiveFile")
                .contains("Lifeboat check\n");
    }

    @Test
    void whatLibrariesLogGoesNowhereOrIntoAFile() throws Exception {
        assertThat(checkout.lifeboat("run").out()).contains("<-Dorg.slf4j.simpleLogger.defaultLogLevel=off>");
        var log = machine.resolve("a log").toString();
        assertThat(checkout.set("LIFEBOAT_LOG", log).lifeboat("run").out())
                .contains("<-Dorg.slf4j.simpleLogger.defaultLogLevel=debug>",
                        "<-Dorg.slf4j.simpleLogger.logFile=" + log + ">");
    }
}
