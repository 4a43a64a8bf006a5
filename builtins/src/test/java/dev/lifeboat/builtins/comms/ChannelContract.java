package dev.lifeboat.builtins.comms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.world.Clock;
import dev.lifeboat.interpreter.world.SystemClock;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What every channel to the outside does, whatever the other side does. A subclass brings the channel and its other sides. */
@Execution(ExecutionMode.CONCURRENT)
abstract class ChannelContract {
    private static final Duration SHORT = Duration.ofMillis(600);
    /** With the grace that the clock gives. */
    private static final Duration GIVEN_UP = Duration.ofSeconds(4);
    static final Dispatch NASTY = new Dispatch("senior_dba", "dba@example.net", "[DRILL] Down\r\nBcc: eve@example.net",
            "It's \"down\" <now> & $(reboot) `x` ${subject} ä𝄞\n.\nsecond line");
    final Clock clock = new SystemClock();
    private final List<AutoCloseable> toClose = new CopyOnWriteArrayList<>();
    private final AtomicInteger tasks = new AtomicInteger();
    @TempDir
    Path folder;

    /** @param works whether a message arrives; where not, it is refused or answered by nonsense */
    record Side(String name, Channel channel) {}

    abstract Channel well();

    /** What the other side of {@link #well} has got, as people would read it. */
    abstract String arrived();

    abstract List<Side> refusing();

    abstract List<Side> hanging();

    /** Those where a look without a message meets the same; a command is not run for that. */
    List<Side> hangingBeforehand() {
        return hanging();
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : toClose) {
            one.close();
        }
    }

    <T extends AutoCloseable> T closing(T one) {
        toClose.add(one);
        return one;
    }

    @Test
    void aMessageArrivesAsItIs() {
        well().send(NASTY);

        assertThat(arrived()).contains("[DRILL] Down").contains("$(reboot) `x` ${subject} ä𝄞").contains("second line");
        assertThat(arrived().lines()).noneMatch(line -> line.startsWith("Bcc:"));
    }

    @Test
    void oneThatIsWellHasNoProblemAndNothingIsSentToFindOut() {
        Channel channel = well();

        assertThat(channel.problem()).isEmpty();
        assertThat(arrived()).doesNotContain("second line");
    }

    @TestFactory
    Stream<DynamicTest> oneThatRefusesSaysSoAndTellsNoSecret() {
        return refusing().stream().map(side -> DynamicTest.dynamicTest(side.name(), () -> {
            Throwable thrown = catchThrowable(() -> side.channel().send(NASTY));
            assertThat(thrown).isInstanceOf(Failure.class).message().endsWith(".");
            assertNoSecret(thrown);
        }));
    }

    @TestFactory
    Stream<DynamicTest> oneThatHangsIsGivenUpAndTellsNoSecret() {
        return hanging().stream().map(side -> DynamicTest.dynamicTest(side.name(), () -> {
            Instant began = clock.now();
            Throwable thrown = catchThrowable(() -> limited(() -> side.channel().send(NASTY)));
            assertThat(Duration.between(began, clock.now())).isLessThan(GIVEN_UP);
            assertThat(thrown).isInstanceOfAny(Failure.class, Clock.DeadlinePassed.class);
            assertNoSecret(thrown);
        }));
    }

    @TestFactory
    Stream<DynamicTest> whatHangsOrCantBeReachedIsAProblemBeforehand() {
        return hangingBeforehand().stream().map(side -> DynamicTest.dynamicTest(side.name(), () -> {
            AtomicReference<Optional<String>> problem = new AtomicReference<>(Optional.of("It hangs."));
            Throwable thrown = catchThrowable(() -> limited(() -> problem.set(side.channel().problem())));
            assertThat(thrown == null || thrown instanceof Clock.DeadlinePassed).as("%s", thrown).isTrue();
            assertThat(problem.get()).isPresent().get().asString().doesNotContain(Described.SECRET);
        }));
    }

    /** In a task of the clock, as in a run: what hangs there can be interrupted. */
    void limited(Runnable body) {
        clock.fork("limited " + tasks.incrementAndGet(), () -> clock.within(SHORT, () -> {
            body.run();
            return null;
        })).join();
    }

    static void assertNoSecret(Throwable thrown) {
        StringWriter all = new StringWriter();
        thrown.printStackTrace(new PrintWriter(all));
        if (thrown instanceof Failure failure) {
            all.append(failure.hint()).append(failure.evidence().toString());
        }
        assertThat(all.toString()).doesNotContain(Described.SECRET)
                .doesNotContain(URLEncoder.encode(Described.SECRET, StandardCharsets.UTF_8)).doesNotContain(Base64
                        .getEncoder().encodeToString(Described.SECRET.getBytes(StandardCharsets.UTF_8)));
    }
}
