package dev.lifeboat.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeboat.interpreter.world.Clock;
import dev.lifeboat.interpreter.world.Clock.DeadlinePassed;
import dev.lifeboat.interpreter.world.Clock.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class SimClockTest {
    private static final Instant START = Instant.parse("2026-01-01T03:00:00Z");

    private final SimClock clock = new SimClock(START);
    private final List<String> log = new ArrayList<>();

    @Test
    void sleepingMovesTheClockAndNothingElse() {
        clock.sleep(Duration.ofMillis(1500));
        assertThat(clock.now()).isEqualTo("2026-01-01T03:00:01.500Z");
        clock.sleep(Duration.ZERO);
        clock.sleep(Duration.ofSeconds(-5));
        assertThat(clock.now()).isEqualTo("2026-01-01T03:00:01.500Z");
    }

    @Test
    void tasksRunOneAtATimeInTheOrderOfTheirMoments() {
        Task slow = clock.fork("slow", () -> sleepAndSay(3, "slow"));
        Task quick = clock.fork("quick", () -> sleepAndSay(1, "quick"));
        say("forked");
        slow.join();
        quick.join();
        assertThat(log).containsExactly("0 forked", "1 quick", "3 slow");
    }

    @Test
    void atOneMomentTheFirstToWaitGoesFirst() {
        clock.at(START.plusSeconds(1), () -> say("happening"));
        List<Task> tasks = List.of(clock.fork("a", () -> sleepAndSay(1, "a")),
                clock.fork("b", () -> sleepAndSay(1, "b")));
        tasks.forEach(Task::join);
        assertThat(log).containsExactly("1 happening", "1 a", "1 b");
    }

    @Test
    void aHappeningCanBeTakenOffTheTimeline() {
        clock.at(START.plusSeconds(1), () -> say("not this")).cancel();
        clock.sleep(Duration.ofSeconds(2));
        assertThat(log).isEmpty();
    }

    @Test
    void withinEndsWhatTakesLongerExactlyAtItsLimit() {
        assertThatThrownBy(() -> clock.within(Duration.ofSeconds(5), () -> sleepAndSay(6, "never")))
                .isInstanceOf(DeadlinePassed.class);
        assertThat(secondsPassed()).isEqualTo(5);
        assertThat(log).isEmpty();
    }

    @Test
    void withinLetsPassWhatTakesExactlyItsLimit() {
        assertThat(clock.within(Duration.ofSeconds(5), () -> sleepAndSay(5, "just"))).isEqualTo("just");
    }

    @Test
    void theOuterLimitEndsTheInnerOneToo() {
        assertThatThrownBy(() -> clock.within(Duration.ofSeconds(2),
                () -> clock.within(Duration.ofSeconds(60), () -> sleepAndSay(60, "never"))))
                .isInstanceOf(DeadlinePassed.class);
        assertThat(secondsPassed()).isEqualTo(2);
    }

    @Test
    void afterALimitWasCaughtTheTaskGoesOn() {
        try {
            clock.within(Duration.ofSeconds(1), () -> sleepAndSay(60, "never"));
        } catch (DeadlinePassed expected) {
            sleepAndSay(1, "after");
        }
        assertThat(log).containsExactly("2 after");
    }

    @Test
    void remainingIsWhatTheEnclosingLimitsLeave() {
        assertThat(clock.remaining()).isEqualTo(Clock.NO_LIMIT);
        clock.within(Duration.ofSeconds(10), () -> clock.within(Duration.ofSeconds(20), () -> {
            clock.sleep(Duration.ofSeconds(4));
            assertThat(clock.remaining()).isEqualTo(Duration.ofSeconds(6));
            return null;
        }));
        assertThat(clock.remaining()).isEqualTo(Clock.NO_LIMIT);
    }

    @Test
    void waitingForAPersonUsesUpNoLimit() {
        clock.within(Duration.ofSeconds(10), () -> {
            clock.sleep(Duration.ofSeconds(4));
            assertThat(clock.untimed(() -> sleepAndSay(3600, "yes"))).isEqualTo("yes");
            assertThat(clock.remaining()).isEqualTo(Duration.ofSeconds(6));
            return null;
        });
        assertThat(secondsPassed()).isEqualTo(3604);
    }

    @Test
    void aLimitInsideUntimedHolds() {
        assertThatThrownBy(() -> clock.within(Duration.ofSeconds(2), () -> clock.untimed(
                () -> clock.within(Duration.ofSeconds(60), () -> sleepAndSay(90, "never")))))
                .isInstanceOf(DeadlinePassed.class);
        assertThat(secondsPassed()).isEqualTo(60);
    }

    @Test
    void anEndlessLimitIsNone() {
        assertThat(clock.within(Duration.ofSeconds(Long.MAX_VALUE), () -> sleepAndSay(1, "done"))).isEqualTo("done");
    }

    @Test
    void cancellingEndsASleepAtOnce() {
        Task task = clock.fork("task", () -> sleepAndSay(60, "never"));
        clock.sleep(Duration.ofSeconds(1));
        task.cancel();
        task.join();
        assertThat(secondsPassed()).isEqualTo(1);
        assertThat(log).isEmpty();
    }

    @Test
    void whatIsShieldedIsCancelledWhenItHasEnded() {
        Task task = clock.fork("task", () -> {
            clock.shielded(Duration.ofSeconds(60), () -> {
                sleepAndSay(10, "put back");
                assertThat(clock.remaining()).isEqualTo(Duration.ofSeconds(50));
            });
            assertThat(clock.remaining()).isZero();
            sleepAndSay(1, "never");
        });
        clock.sleep(Duration.ofSeconds(1));
        task.cancel();
        task.join();
        assertThat(log).containsExactly("10 put back");
    }

    @Test
    void aTaskCancelledBeforeItBeganNeverBegins() {
        Task task = clock.fork("task", () -> say("never"));
        task.cancel();
        task.join();
        assertThat(log).isEmpty();
    }

    @Test
    void aCancelledTaskCannotSleepItOff() {
        Task task = clock.fork("task", () -> {
            try {
                clock.sleep(Duration.ofSeconds(60));
            } finally {
                sleepAndSay(1, "never");
            }
        });
        clock.sleep(Duration.ofSeconds(1));
        task.cancel();
        task.join();
        assertThat(log).isEmpty();
    }

    @Test
    void cancellingOneThatHasEndedDoesNothing() {
        Task task = clock.fork("task", () -> say("done"));
        task.join();
        task.cancel();
        task.join();
        assertThat(log).containsExactly("0 done");
    }

    @Test
    void joinThrowsAgainWhatEndedTheTask() {
        Task task = clock.fork("task", () -> {
            throw new IllegalArgumentException("broken");
        });
        clock.sleep(Duration.ofSeconds(1));
        assertThat(clock.unseenFailures()).hasSize(1);
        assertThatThrownBy(task::join).isInstanceOf(IllegalArgumentException.class).hasMessage("broken");
        assertThat(clock.unseenFailures()).isEmpty();
    }

    @Test
    void aLimitEndsAJoinAndLeavesTheTaskRunning() {
        Task task = clock.fork("task", () -> sleepAndSay(10, "done"));
        assertThatThrownBy(() -> clock.within(Duration.ofSeconds(2), () -> {
            task.join();
            return null;
        })).isInstanceOf(DeadlinePassed.class);
        task.join();
        assertThat(log).containsExactly("10 done");
    }

    @Test
    void aLimitHoldsForTheTaskThatSetItAlone() {
        Task task = clock.within(Duration.ofSeconds(1), () -> clock.fork("task", () -> sleepAndSay(10, "done")));
        task.join();
        assertThat(log).containsExactly("10 done");
    }

    @Test
    void tasksThatWaitForEachOtherAreADeadlockThatSaysWhoWaitsForWhat() {
        List<Task> tasks = new ArrayList<>();
        tasks.add(clock.fork("first", () -> tasks.get(1).join()));
        tasks.add(clock.fork("second", () -> tasks.get(0).join()));
        assertThatThrownBy(() -> tasks.get(0).join()).isInstanceOf(IllegalStateException.class)
                .hasMessage("Deadlock at 2026-01-01T03:00:00Z of simulated time: nothing is left to happen, and "
                        + "`main` waits for the end of `first`, `first` waits for the end of `second`, "
                        + "`second` waits for the end of `first`.");
    }

    @Test
    void aDefectInAHappeningReachesTheMainTask() {
        clock.at(START.plusSeconds(1), () -> {
            throw new ArithmeticException("in the model");
        });
        Task task = clock.fork("task", () -> clock.sleep(Duration.ofSeconds(5)));
        assertThatThrownBy(task::join).isInstanceOf(ArithmeticException.class).hasMessage("in the model");
    }

    @Test
    void twoRunningTasksCannotHaveOneName() {
        clock.fork("task", () -> {});
        assertThatThrownBy(() -> clock.fork("task", () -> {})).hasMessage("A task `task` is running already.");
    }

    @Test
    void thousandsOfHoursPassInAMoment() {
        Task hourly = clock.fork("hourly", () -> {
            for (int hour = 0; hour < 10_000; hour++) {
                clock.sleep(Duration.ofHours(1));
            }
        });
        hourly.join();
        assertThat(clock.now()).isEqualTo(START.plus(Duration.ofHours(10_000)));
    }

    @Test
    void aThreadOfSomebodyElseIsRefused() {
        Task task = clock.fork("task", () -> {
            List<Throwable> seen = new ArrayList<>();
            Thread foreign = Thread.ofPlatform().name("foreign")
                    .unstarted(() -> assertThatThrownBy(() -> clock.sleep(Duration.ZERO)).satisfies(seen::add));
            foreign.start();
            joinUninterrupted(foreign);
            assertThat(seen).singleElement().asString().contains("Thread `foreign` is no task");
        });
        task.join();
    }

    private static void joinUninterrupted(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String sleepAndSay(long seconds, String what) {
        clock.sleep(Duration.ofSeconds(seconds));
        say(what);
        return what;
    }

    private void say(String what) {
        log.add(secondsPassed() + " " + what);
    }

    private long secondsPassed() {
        return Duration.between(START, clock.now()).toSeconds();
    }
}
