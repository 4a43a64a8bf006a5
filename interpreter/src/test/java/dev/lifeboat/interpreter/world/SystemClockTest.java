package dev.lifeboat.interpreter.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lifeboat.interpreter.world.Clock.DeadlinePassed;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** On real time, so with short times: what has to end is given milliseconds, and what must not end it would take an hour. */
@Timeout(30)
class SystemClockTest {
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
    void aSleepTakesItsTime() {
        Instant before = clock.now();
        clock.sleep(SHORT);
        assertThat(Duration.between(before, clock.now())).isGreaterThanOrEqualTo(SHORT);
        clock.sleep(Duration.ofSeconds(-1));
    }

    @Test
    void nothingLimitsATaskWithoutADeadline() {
        assertThat(clock.remaining()).isEqualTo(Clock.NO_LIMIT);
        clock.within(Clock.NO_LIMIT.plusDays(1), () -> {
            assertThat(clock.remaining()).isBetween(Clock.NO_LIMIT.minus(LONG), Clock.NO_LIMIT);
            return null;
        });
    }

    @Test
    void aBodyThatEndsInTimeAnswers() {
        assertThat(clock.<String>within(LONG, () -> "done")).isEqualTo("done");
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> clock.within(LONG, () -> {
            throw new ArithmeticException();
        }));
    }

    @Test
    void aSleepEndsWithTheTime() {
        assertThatExceptionOfType(DeadlinePassed.class).isThrownBy(() -> clock.within(SHORT, sleeping()));
        clock.sleep(SHORT);
    }

    @Test
    void whatIsBusyIsInterruptedAfterTheGrace() {
        Instant before = clock.now();
        assertThatExceptionOfType(DeadlinePassed.class).isThrownBy(() -> clock.within(SHORT, () -> {
            new CountDownLatch(1).await();
            return null;
        }));
        assertThat(Duration.between(before, clock.now())).isGreaterThanOrEqualTo(SHORT.plus(GRACE));
        clock.sleep(GRACE.multipliedBy(3));
    }

    @Test
    void whatLosesAnInterruptionIsInterruptedAgain() {
        AtomicInteger lost = new AtomicInteger();
        assertThatExceptionOfType(DeadlinePassed.class).isThrownBy(() -> clock.within(SHORT, () -> {
            while (lost.get() < 3) {
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                    lost.incrementAndGet();
                }
            }
            clock.sleep(LONG);
            return null;
        }));
        assertThat(lost).hasValue(3);
    }

    @Test
    void aFailureThatTellsHowItEndedIsNotReplaced() {
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> clock.within(SHORT, () -> {
            try {
                clock.sleep(LONG);
            } catch (DeadlinePassed passed) {
                throw new ArithmeticException("Thread 4711 was killed.");
            }
            return null;
        }));
    }

    @Test
    void theInnerDeadlineEndsTheInnerBodyAlone() {
        AtomicReference<Object> owner = new AtomicReference<>();
        String answer = clock.within(LONG, () -> {
            assertThat(clock.<String>within(LONG, () -> "in time")).isEqualTo("in time");
            try {
                return clock.within(SHORT, sleeping());
            } catch (DeadlinePassed passed) {
                owner.set(passed.owner());
                clock.sleep(SHORT);
                return "went on";
            }
        });
        assertThat(answer).isEqualTo("went on");
        assertThat(owner.get()).isNotNull();
    }

    @Test
    void theOuterDeadlineEndsBoth() {
        AtomicReference<Object> first = new AtomicReference<>();
        assertThatExceptionOfType(DeadlinePassed.class).isThrownBy(() -> clock.within(SHORT, () -> {
            assertThat(clock.remaining()).isLessThanOrEqualTo(SHORT);
            try {
                return clock.within(LONG, sleeping());
            } catch (DeadlinePassed passed) {
                first.set(passed.owner());
                assertThat(clock.remaining()).isZero();
                return clock.within(LONG, sleeping());
            }
        })).satisfies(second -> assertThat(second.owner()).isSameAs(first.get()));
    }

    @Test
    void whenBothAreOverItIsTheOuterOne() {
        assertThatExceptionOfType(DeadlinePassed.class).isThrownBy(() -> clock.within(SHORT, () -> {
            Object[] outer = new Object[1];
            try {
                clock.sleep(LONG);
            } catch (DeadlinePassed passed) {
                outer[0] = passed.owner();
            }
            assertThatExceptionOfType(DeadlinePassed.class).isThrownBy(() -> clock.within(Duration.ZERO, sleeping()))
                    .satisfies(inner -> assertThat(inner.owner()).isSameAs(outer[0]));
            return clock.within(LONG, sleeping());
        }));
    }

    @Test
    void waitingForAPersonUsesUpNoTime() {
        clock.within(Duration.ofMillis(1000), () -> {
            clock.untimed(() -> {
                assertThat(clock.remaining()).isEqualTo(Clock.NO_LIMIT);
                clock.sleep(Duration.ofMillis(1100));
                return null;
            });
            assertThat(clock.remaining()).isBetween(Duration.ofMillis(1), Duration.ofMillis(1000));
            return null;
        });
        assertThatExceptionOfType(DeadlinePassed.class).isThrownBy(() -> clock.within(SHORT, () -> {
            clock.untimed(() -> "said");
            clock.sleep(LONG);
            return null;
        }));
    }

    @Test
    void whatPutsBackHasTimeOfItsOwn() {
        AtomicInteger done = new AtomicInteger();
        assertThatExceptionOfType(DeadlinePassed.class).isThrownBy(() -> clock.within(SHORT, () -> {
            try {
                return sleeping().call();
            } finally {
                clock.shielded(LONG, () -> {
                    clock.sleep(GRACE.multipliedBy(4));
                    done.incrementAndGet();
                });
            }
        }));
        assertThat(done).hasValue(1);
        assertThatExceptionOfType(DeadlinePassed.class)
                .isThrownBy(() -> clock.shielded(SHORT, () -> clock.sleep(LONG)));
    }

    private Callable<String> sleeping() {
        return () -> {
            clock.sleep(LONG);
            return "overslept";
        };
    }
}
