package dev.lifeboat.builtins.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lifeboat.builtins.host.Host.Output;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.builtin.Failure.Outcome;
import dev.lifeboat.interpreter.world.Clock;
import dev.lifeboat.interpreter.world.SystemClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShellCommandTest {
    private static final Duration LIMIT = Duration.ofMillis(500);
    private static final Duration PLENTY = Duration.ofSeconds(20);
    private final Clock clock = new SystemClock();
    private final ShellCommand shell = new ShellCommand("db1", clock);
    @TempDir
    Path folder;

    @Test
    void outputAndErrorsComeAsOneTextInTheirOrder() {
        assertThat(shell.run("echo one; echo two >&2; echo three; exit 7", PLENTY, false))
                .isEqualTo(new Output(7, "one\ntwo\nthree"));
    }

    @Test
    void aLineThatEndsByASignalSaysSo() {
        assertThat(shell.run("kill -9 $$", PLENTY, false).exit()).isEqualTo(128 + 9);
    }

    @Test
    void nobodyIsAskedAnything() {
        assertThat(shell.run("cat", PLENTY, false)).isEqualTo(new Output(0, ""));
    }

    @Test
    void muchOutputIsCut() {
        assertThat(shell.run("yes lifeboat | head -c 1000000", PLENTY, false).text()).hasSizeBetween(65_000, 65_536);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "it's", "$(reboot) `reboot` $HOME", "a\nb", "\"; rm -rf \\", "*", "-n", "ä𝄞"})
    void aQuotedArgumentStaysOneArgumentAsItIs(String argument) {
        assertThat(shell.run("printf '<%s>' " + ShellCommand.quote(argument), PLENTY, false).text())
                .isEqualTo("<" + argument + ">");
    }

    @Test
    void whenTheTimeIsUpTheWholeTreeIsEnded() {
        Instant began = clock.now();
        Failure failure = failure(() -> clock.within(LIMIT,
                () -> shell.run("sleep 600.25 & (sleep 600.25; sleep 600.25) & sleep 600.25", PLENTY, true)));

        assertThat(Duration.between(began, clock.now())).isBetween(LIMIT, LIMIT.plusSeconds(2));
        assertThat(failure).hasMessageContaining("on host `db1` did not end in time");
        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(failure.evidence()).hasSize(5).allMatch(line -> line.matches("process \\d+ killed, gone"));
        assertThat(running("600.25")).isFalse();
    }

    @Test
    void aLookThatTakesTooLongHasChangedNothing() {
        assertThat(failure(() -> shell.run("sleep 600", LIMIT, false)).outcome()).isEqualTo(Outcome.NOT_DONE);
    }

    @Test
    void aCancelledTaskEndsItsCommandFirst() throws Exception {
        CompletableFuture<Failure> failure = new CompletableFuture<>();
        Clock.Task task = clock.fork("command", () -> {
            failure.complete(failure(() -> shell.run("sleep 600.5", PLENTY, true)));
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
        });
        clock.sleep(LIMIT);
        task.cancel();
        task.join();

        assertThat(failure.get().evidence()).isNotEmpty().allMatch(line -> line.endsWith("killed, gone"));
        assertThat(running("600.5")).isFalse();
    }

    @Test
    void whereNoTimeIsLeftNothingIsBegun() {
        Path trace = folder.resolve("trace");
        Failure failure = failure(
                () -> clock.within(Duration.ZERO, () -> shell.run("touch " + trace, PLENTY, true)));

        assertThat(failure).hasMessageContaining("The time was up before");
        assertThat(failure.outcome()).isEqualTo(Outcome.NOT_DONE);
        assertThat(trace).doesNotExist();
    }

    /** As a server does that a service command starts: it keeps the output open. */
    @Test
    void aCommandThatStartsADaemonReturnsAtOnceAndLeavesItRunning() {
        Instant began = clock.now();
        Output output = shell.run("setsid sleep 600.75 & echo $!", PLENTY, true);

        assertThat(Duration.between(began, clock.now())).isLessThan(Duration.ofSeconds(5));
        ProcessHandle daemon = ProcessHandle.of(Long.parseLong(output.text())).orElseThrow();
        assertThat(daemon.isAlive()).isTrue();
        assertThat(ProcessTree.kill(daemon, "")).singleElement().asString().endsWith("killed, gone");
    }

    @ParameterizedTest
    @ValueSource(strings = {"trap '' TERM HUP INT; sleep 600.5; sleep 600.5",
            "while :; do printf .; sleep 60; done", "exec sleep 600.5"})
    void whateverItDoesItIsEnded(String line) {
        Instant began = clock.now();
        Failure failure = failure(() -> shell.run(line, LIMIT, true));

        assertThat(Duration.between(began, clock.now())).isBetween(LIMIT, LIMIT.plusSeconds(2));
        assertThat(failure.evidence()).isNotEmpty().allMatch(seen -> seen.endsWith("killed, gone"));
    }

    @Test
    void whatHasGoneItsOwnWayIsLeftAloneAndTold() {
        Failure failure = failure(() -> shell.run("setsid sh -c 'sleep 600.875 & :'; sleep 600", LIMIT, true));

        assertThat(failure.evidence().getLast())
                .matches("process \\d+ \\(`sleep`\\) had gone its own way and is STILL RUNNING");
        assertThat(running("600.875")).as("as it was told").isTrue();
        long pid = Long.parseLong(failure.evidence().getLast().split(" ")[1]);
        assertThat(ProcessHandle.of(pid).orElseThrow().destroyForcibly()).isTrue();
    }

    /** A disk must not fill by it: the journal may be on it. */
    @Test
    void ofAGigabyteOnlyTheBeginningIsKept() {
        Output output = shell.run("echo first; head -c 1073741824 /dev/zero", PLENTY, false);

        assertThat(output.exit()).isZero();
        assertThat(output.text()).startsWith("first").hasSize(64 * 1024);
    }

    private static boolean running(String argument) {
        return ProcessHandle.allProcesses().filter(ProcessHandle::isAlive).anyMatch(
                process -> process.info().commandLine().filter(line -> line.contains(argument)).isPresent());
    }

    private static Failure failure(Runnable call) {
        Failure failure = catchThrowableOfType(Failure.class, call::run);
        assertThat(failure).isNotNull();
        return failure;
    }
}
