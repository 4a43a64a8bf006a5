package dev.lifeboat.cli;

import dev.lifeboat.grammar.tree.Statement;
import dev.lifeboat.interpreter.run.Event;
import dev.lifeboat.interpreter.run.RunOutcome;
import dev.lifeboat.interpreter.run.StepState;
import dev.lifeboat.interpreter.world.People.Choice;
import java.time.Duration;
import java.util.Map;
import java.util.function.Predicate;

/** What each kind of statement leaves in the journals of {@link EveryConstructTest}, and nothing else there does. */
final class StatementTraces {
    static final Map<Class<? extends Statement>, Predicate<Event>> ALL = Map.ofEntries(
            trace(Statement.Let.class, Event.Bound.class, bound -> bound.name().equals("squares")),
            trace(Statement.Call.class, Event.CallBegan.class, call -> call.builtin().equals("host.run")),
            trace(Statement.If.class, Event.Told.class, told -> told.message().body().contains("Alive: ")),
            trace(Statement.Match.class, Event.Told.class, told -> told.message().subject().contains("It lives")),
            trace(Statement.For.class, Event.Told.class, told -> told.message().subject().contains("A replica")),
            trace(Statement.Wait.class, Event.StepEnded.class, step -> step.step().equals("left")
                    && step.took().compareTo(Duration.ofSeconds(10)) >= 0),
            trace(Statement.WaitUntil.class, Event.CallBegan.class,
                    call -> call.builtin().equals("mysql.ping") && call.step().equals("choose")),
            trace(Statement.Require.class, Event.AttemptFailed.class,
                    failed -> failed.message().equals("There are not two primaries.")),
            trace(Statement.Notify.class, Event.Told.class, told -> told.message().channels().contains("log")),
            trace(Statement.EscalateTo.class, Event.Escalated.class, raised -> raised.why().equals("It looks bad.")),
            trace(Statement.ServiceLevel.class, Event.LevelChanged.class, level -> level.level() == 2),
            trace(Statement.Reached.class, Event.Reached.class, reached -> reached.objective().equals("looked")),
            trace(Statement.Ask.class, Event.Answered.class, answered -> answered.name().equals("some")),
            trace(Statement.PointOfNoReturn.class, Event.RunEnded.class,
                    end -> end.reason().contains("Everybody has been told")),
            trace(Statement.Skip.class, Event.StepEnded.class,
                    step -> step.state() == StepState.SKIPPED && step.reason().contains("nothing to do at db1")),
            trace(Statement.Finish.class, Event.RunEnded.class, end -> end.reason().equals("Everything was done.")),
            trace(Statement.Fail.class, Event.AttemptFailed.class,
                    failed -> failed.message().equals("It broke, as it should.")),
            trace(Statement.Policy.Continue.class, Event.StepEnded.class,
                    step -> step.state() == StepState.FAILED && step.step().equals("expected")),
            trace(Statement.Policy.Rollback.class, Event.RollbackBegan.class, back -> back.horizon().equals("closed")),
            trace(Statement.Policy.Pause.class, Event.Paused.class,
                    paused -> paused.request().choices().contains(Choice.RETRY)),
            trace(Statement.Policy.Stop.class, Event.RunEnded.class, end -> end.outcome() == RunOutcome.FAILED),
            trace(Statement.Policy.Retry.class, Event.AttemptBegan.class,
                    attempt -> attempt.step().equals("flaky") && attempt.attempt() > 2));

    private StatementTraces() {}

    private static <E extends Event> Map.Entry<Class<? extends Statement>, Predicate<Event>> trace(
            Class<? extends Statement> statement, Class<E> kind, Predicate<E> seen) {
        return Map.entry(statement, event -> kind.isInstance(event) && seen.test(kind.cast(event)));
    }
}
