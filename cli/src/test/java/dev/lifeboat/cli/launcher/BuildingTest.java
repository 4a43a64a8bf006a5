package dev.lifeboat.cli.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildingTest {

    @TempDir
    Path machine;
    Checkout checkout;

    @BeforeEach
    void aMachineWithAJdk() throws Exception {
        checkout = new Checkout(machine).maven();
        checkout.jdk("jdk", "21.0.1");
    }

    @Test
    void buildsOnFirstUseAndSaysSoOnStandardErrorAlone() throws Exception {
        var first = checkout.lifeboat("check");
        assertThat(first.err()).contains("lifeboat: Building", "lifeboat: building grammar (2 of 7)");
        assertThat(first.out()).startsWith("java 21.0.1\n").doesNotContain("uilding");
        var second = checkout.lifeboat("check");
        assertThat(second.err()).isEmpty();
        assertThat(checkout.mavenCalls()).hasSize(1);
    }

    @Test
    void buildsAgainWhenASourceHasChanged() throws Exception {
        checkout.lifeboat("check");
        checkout.editSource();
        checkout.lifeboat("check");
        assertThat(checkout.mavenCalls()).hasSize(2);
    }

    @Test
    void leavesTheBuildAloneOrBuildsAnewWhenToldTo() throws Exception {
        assertThat(checkout.set("LIFEBOAT_REBUILD", "0").lifeboat("check").err()).contains("Nothing is built yet");
        checkout.set("LIFEBOAT_REBUILD", "1").lifeboat("check");
        checkout.lifeboat("check");
        assertThat(checkout.mavenCalls()).hasSize(2);
        checkout.editSource();
        checkout.set("LIFEBOAT_REBUILD", "0").lifeboat("check");
        assertThat(checkout.mavenCalls()).hasSize(2);
    }

    @Test
    void takesWhatMavenMadeByHand() throws Exception {
        Files.createDirectories(checkout.packaged().getParent());
        Files.writeString(checkout.packaged(), "jar");
        assertThat(checkout.lifeboat("check").status()).isEqualTo(3);
        assertThat(checkout.mavenCalls()).isEmpty();
        checkout.editSource();
        checkout.lifeboat("check");
        assertThat(checkout.mavenCalls()).hasSize(1);
    }

    @Test
    void aBuildThatFailsIsToldWithItsErrorsAndItsLog() throws Exception {
        checkout.maven("echo '[ERROR] Lifeboat.java:[3,5] not a statement'", 1);
        var outcome = checkout.lifeboat("check");
        assertThat(outcome.status()).isEqualTo(69);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains("[ERROR] Lifeboat.java:[3,5] not a statement",
                checkout.builds().resolve("build.log").toString());
        assertThat(checkout.builds().resolve("build.log")).content().contains("not a statement");
        assertThat(checkout.builds().resolve("lock")).doesNotExist();
    }

    @Test
    void afterAFailedBuildTheLastGoodOneCanStillBeRun() throws Exception {
        checkout.lifeboat("check");
        checkout.editSource();
        var failed = checkout.maven("echo broken", 1).lifeboat("check");
        assertThat(failed.err()).contains("LIFEBOAT_REBUILD=0 runs the last build that succeeded");
        assertThat(checkout.set("LIFEBOAT_REBUILD", "0").lifeboat("check").out()).startsWith("java 21.0.1\n");
    }

    @Test
    void saysWhatIsMissingWithoutMaven() throws Exception {
        Files.delete(machine.resolve("programs/mvn"));
        var outcome = checkout.lifeboat("check");
        assertThat(outcome.status()).isEqualTo(69);
        assertThat(outcome.err()).contains("Apache Maven 3.8.7 or newer", "`mvn` is not on the path");
    }

    @Test
    void twoFirstUsesAtOnceBuildOnce() throws Exception {
        checkout.maven("sleep 0.5", 0);
        var one = checkout.start(checkout.folder.resolve("lifeboat"), "check");
        var other = checkout.start(checkout.folder.resolve("lifeboat"), "check");
        assertThat(Checkout.finish(one, "").out()).startsWith("java 21.0.1\n");
        assertThat(Checkout.finish(other, "").out()).startsWith("java 21.0.1\n");
        assertThat(checkout.mavenCalls()).hasSize(1);
    }

    @Test
    void theLockOfADeadProcessIsTakenOver() throws Exception {
        var dead = new ProcessBuilder("true").start();
        dead.waitFor();
        Files.createDirectories(checkout.builds());
        Files.createSymbolicLink(checkout.builds().resolve("lock"), Path.of(Long.toString(dead.pid())));
        assertThat(checkout.lifeboat("check").out()).startsWith("java 21.0.1\n");
    }

    @Test
    void aCheckoutThatCanNotBeWrittenRunsWhatMavenMade() throws Exception {
        Files.writeString(checkout.folder.resolve(".lifeboat"), "a file where the folder of the builds would be");
        assertThat(checkout.lifeboat("check").err()).contains("Nothing is built yet", "is not writable");
        Files.createDirectories(checkout.packaged().getParent());
        Files.writeString(checkout.packaged(), "jar");
        assertThat(checkout.lifeboat("check").out()).startsWith("java 21.0.1\n")
                .contains(checkout.packaged().toString());
    }

    @Test
    void aRunKeepsItsBuildWhateverIsBuiltMeanwhile() throws Exception {
        checkout.lifeboat("check");
        var running = checkout.start(checkout.folder.resolve("lifeboat"), "run");
        var reader = running.inputReader();
        assertThat(reader.readLine()).isEqualTo("java 21.0.1");
        var build = Path.of(reader.lines().filter(line -> line.endsWith("/lifeboat.jar>")).findFirst().orElseThrow()
                .replaceAll("[<>]", "")).getParent();
        checkout.set("LIFEBOAT_REBUILD", "1");
        for (var i = 0; i < 3; i++) {
            checkout.lifeboat("check");
        }
        assertThat(build.resolve("lifeboat.jar")).exists();
        running.outputWriter().close();
        running.waitFor();
        checkout.lifeboat("check");
        assertThat(build).doesNotExist();
    }
}
