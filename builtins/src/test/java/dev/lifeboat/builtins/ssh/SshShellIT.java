package dev.lifeboat.builtins.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.builtins.host.Host.Output;
import dev.lifeboat.builtins.host.ShellCommand;
import dev.lifeboat.builtins.lab.LabSshd;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.builtin.Failure.Outcome;
import dev.lifeboat.interpreter.world.Clock;
import dev.lifeboat.interpreter.world.SystemClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands on a real OpenSSH server come to the same as on this machine. */
class SshShellIT {
    private static final Duration LIMIT = Duration.ofMillis(500);
    private static final Duration PLENTY = Duration.ofSeconds(20);
    private static LabSshd sshd;
    private static SshShell shell;
    private static final Clock CLOCK = new SystemClock();
    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        sshd = LabSshd.start();
        shell = Ways.to(sshd).shell(CLOCK);
    }

    @AfterAll
    static void end() {
        if (sshd != null) {
            sshd.close();
        }
    }

    @Test
    void outputAndErrorsComeAsOneTextInTheirOrder() {
        assertThat(shell.run("echo one; echo two >&2; echo three; exit 7", PLENTY, false))
                .isEqualTo(new Output(7, "one\ntwo\nthree"));
    }

    @Test
    void aLineThatEndsByASignalSaysSo() {
        assertThat(shell.run("kill -9 $$", PLENTY, false)).isEqualTo(new Output(128 + 9, ""));
    }

    @Test
    void nobodyIsAskedAnything() {
        assertThat(shell.run("cat", PLENTY, false)).isEqualTo(new Output(0, ""));
    }

    @Test
    void whatIsNoUtf8IsToldAsFarAsItIs() {
        assertThat(shell.run("printf 'a\\377\\303\\244z\\n'", PLENTY, false)).isEqualTo(new Output(0, "a\ufffdäz"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "it's", "$(reboot) `reboot` $HOME", "a\nb", "\"; rm -rf \\", "*", "-n", "ä𝄞",
            "\\n", "!!", "end", "done"})
    void aQuotedArgumentStaysOneArgumentAsItIs(String argument) {
        assertThat(shell.run("printf '<%s>' " + ShellCommand.quote(argument), PLENTY, false).text())
                .isEqualTo("<" + argument + ">");
    }

    @Test
    void aLongLineArrivesWhole() {
        String kilobytes = "it's ".repeat(12_000);
        assertThat(shell.run("printf '<%s>' " + ShellCommand.quote(kilobytes) + " | wc -c", PLENTY, false).text())
                .isEqualTo(String.valueOf(kilobytes.length() + 2));
    }

    @Test
    void ofMuchOutputOnlyTheBeginningIsKept() {
        Output output = shell.run("echo first; head -c 20000000 /dev/zero; exit 5", PLENTY, false);

        assertThat(output.exit()).isEqualTo(5);
        assertThat(output.text()).startsWith("first").hasSize(64 * 1024);
    }

    @Test
    void whenTheTimeIsUpTheWholeSessionIsEnded() {
        Instant began = CLOCK.now();
        Failure failure = failure(() -> CLOCK.within(LIMIT,
                () -> shell.run("sleep 611.25 & (sleep 611.25; sleep 611.25) & sleep 611.25", PLENTY, true)));

        assertThat(Duration.between(began, CLOCK.now())).isBetween(LIMIT, LIMIT.plusSeconds(2));
        assertThat(failure).hasMessageContaining("did not end in time").hasMessageContaining("host `db1`");
        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(failure.evidence()).hasSizeGreaterThan(4)
                .allMatch(line -> line.matches("process \\d+ killed, gone"));
        assertThat(running("611.25")).isFalse();
    }

    @Test
    void aLookThatTakesTooLongHasChangedNothing() {
        assertThat(failure(() -> shell.run("sleep 600", LIMIT, false)).outcome()).isEqualTo(Outcome.NOT_DONE);
    }

    @Test
    void aCancelledTaskEndsItsCommandFirst() throws Exception {
        CompletableFuture<Failure> failure = new CompletableFuture<>();
        Clock.Task task = CLOCK.fork("command", () -> {
            failure.complete(failure(() -> shell.run("sleep 611.5", PLENTY, true)));
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
        });
        CLOCK.sleep(LIMIT);
        task.cancel();
        task.join();

        assertThat(failure.get().evidence()).isNotEmpty().allMatch(line -> line.endsWith("killed, gone"));
        assertThat(running("611.5")).isFalse();
    }

    @Test
    void whereNoTimeIsLeftNothingIsBegun() {
        Path trace = folder.resolve("trace");
        Failure failure = failure(
                () -> CLOCK.within(Duration.ZERO, () -> shell.run("touch " + trace, PLENTY, true)));

        assertThat(failure).hasMessageContaining("The time was up before");
        assertThat(failure.outcome()).isEqualTo(Outcome.NOT_DONE);
        assertThat(trace).doesNotExist();
    }

    /** As a server does that a service command starts: it keeps the output open. */
    @Test
    void aCommandThatStartsADaemonReturnsAtOnceAndLeavesItRunning() {
        Instant began = CLOCK.now();
        Output output = shell.run("sleep 611.75 & setsid sleep 611.75 & echo $!", PLENTY, true);

        assertThat(Duration.between(began, CLOCK.now())).isLessThan(Duration.ofSeconds(5));
        assertThat(output.exit()).isZero();
        CLOCK.sleep(LIMIT);
        assertThat(running("611.75")).isTrue();
        assertThat(processes("611.75").filter(ProcessHandle::destroyForcibly).count()).isEqualTo(2);
    }

    @Test
    void whatHasGoneItsOwnWayIsLeftAloneAndTold() {
        Failure failure = failure(() -> shell.run("setsid sh -c 'sleep 611.875 & :'; sleep 600", LIMIT, true));

        assertThat(failure.evidence().getLast())
                .matches("process \\d+ \\(`sleep`\\) had gone its own way and is STILL RUNNING");
        assertThat(processes("611.875").filter(ProcessHandle::destroyForcibly).count()).isEqualTo(1);
    }

    @Test
    void manyCommandsShareOneConnection() {
        String first = shell.run("echo $SSH_CONNECTION", PLENTY, false).text();
        var tasks = java.util.stream.IntStream.range(0, 20)
                .mapToObj(i -> CLOCK.fork("command " + i, () -> assertThat(
                        shell.run("sleep 0.2; echo $SSH_CONNECTION", PLENTY, false).text()).isEqualTo(first)))
                .toList();
        tasks.forEach(Clock.Task::join);
    }

    private static boolean running(String argument) {
        return processes(argument).findAny().isPresent();
    }

    private static java.util.stream.Stream<ProcessHandle> processes(String argument) {
        return ProcessHandle.allProcesses().filter(ProcessHandle::isAlive).filter(process -> process.info()
                .commandLine().filter(line -> line.matches(".*sleep " + argument + "\\b.*")).isPresent());
    }

    static Failure failure(Runnable call) {
        Failure failure = Assertions.catchThrowableOfType(Failure.class, call::run);
        assertThat(failure).isNotNull();
        return failure;
    }
}
