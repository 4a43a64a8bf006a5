package dev.lifeboat.interpreter.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lifeboat.interpreter.world.Clock.Cancelled;
import dev.lifeboat.interpreter.world.Clock.DeadlinePassed;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** On real time, so with short times: what has to end is given milliseconds, and what must not end it would take an hour. */
@Timeout(30)
class SystemTaskTest {
    private static final Duration SHORT = Duration.ofMillis(30);
    private static final Duration GRACE = Duration.ofMillis(40);
    private static final Duration LONG = Duration.ofHours(1);
    private final SystemClock clock = new SystemClock(GRACE);

    @AfterEach
    void nobodyIsLeftInterrupted() {
        assertThat(Thread.interrupted()).isFalse();
        assertThat(clock.unseenFailures()).isEmpty();
    }

    @Test
    void aTaskRunsBesideAndIsJoined() {
        AtomicInteger done = new AtomicInteger();
        Clock.Task task = clock.fork("beside", () -> {
            clock.sleep(SHORT);
            done.incrementAndGet();
        });
        task.join();
        assertThat(done).hasValue(1);
        task.cancel();
        task.join();
    }

    @Test
    void theLimitsOfATaskDoNotHoldForThoseItForks() {
        AtomicReference<Duration> remaining = new AtomicReference<>();
        clock.within(LONG, () -> {
            clock.fork("beside", () -> remaining.set(clock.remaining())).join();
            return null;
        });
        assertThat(remaining.get()).isEqualTo(Clock.NO_LIMIT);
    }

    @Test
    void aJoinEndsWithTheTimeAndTheTaskGoesOn() {
        CountDownLatch end = new CountDownLatch(1);
        Clock.Task task = clock.fork("beside", () -> await(end));
        assertThatExceptionOfType(DeadlinePassed.class).isThrownBy(() -> clock.within(SHORT, () -> {
            task.join();
            return null;
        }));
        end.countDown();
        task.join();
    }

    @Test
    void whatEndedATaskIsThrownToWhoJoinsItOrKept() {
        Clock.Task task = clock.fork("beside", () -> {
            throw new ArithmeticException("1 / 0");
        });
        while (clock.unseenFailures().isEmpty()) {
            clock.sleep(Duration.ofMillis(1));
        }
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(task::join);
    }

    @Test
    void aCancelledTaskEndsAtItsNextWait() {
        AtomicReference<Throwable> end = new AtomicReference<>();
        Clock.Task task = clock.fork("beside", () -> {
            try {
                clock.sleep(LONG);
            } catch (Cancelled cancelled) {
                end.set(cancelled);
                assertThat(clock.remaining()).isZero();
                throw cancelled;
            }
        });
        task.cancel();
        task.cancel();
        assertThatCode(task::join).doesNotThrowAnyException();
        assertThat(end.get()).as("it had begun, or never did").satisfiesAnyOf(thrown -> assertThat(thrown).isNull(),
                thrown -> assertThat(thrown).isInstanceOf(Cancelled.class));
    }

    @Test
    void aCancelledTaskThatIsBusyIsInterruptedAfterTheGrace() {
        CountDownLatch begun = new CountDownLatch(1);
        Clock.Task task = clock.fork("beside", () -> clock.within(LONG, () -> {
            begun.countDown();
            new CountDownLatch(1).await();
            return null;
        }));
        await(begun);
        task.cancel();
        task.join();
    }

    @Test
    void aCancellationWaitsForWhatPutsBack() {
        CountDownLatch begun = new CountDownLatch(1);
        AtomicInteger done = new AtomicInteger();
        Clock.Task task = clock.fork("beside", () -> {
            clock.shielded(LONG, () -> {
                begun.countDown();
                clock.sleep(GRACE.multipliedBy(4));
                done.incrementAndGet();
            });
            clock.sleep(LONG);
        });
        await(begun);
        task.cancel();
        task.join();
        assertThat(done).hasValue(1);
    }

    @Test
    void anInterruptionFromOutsideEndsTheWaitAlone() {
        Thread.currentThread().interrupt();
        assertThatExceptionOfType(Cancelled.class).isThrownBy(() -> clock.sleep(LONG));
        assertThat(clock.remaining()).isEqualTo(Clock.NO_LIMIT);
        clock.sleep(SHORT);
    }

    @Test
    void namesAreUniqueAmongWhatRuns() {
        CountDownLatch end = new CountDownLatch(1);
        Clock.Task task = clock.fork("beside", () -> await(end));
        assertThatIllegalArgumentException().isThrownBy(() -> clock.fork("beside", () -> {}));
        end.countDown();
        task.join();
        clock.fork("beside", () -> {}).join();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError("Nobody should interrupt this.", e);
        }
    }
}
