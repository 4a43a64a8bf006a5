package dev.lifeboat.interpreter.run;

import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.builtin.Halt;
import dev.lifeboat.interpreter.check.CheckedRunbook;
import dev.lifeboat.interpreter.world.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Carries a runbook through. A run has no other input than the checked runbook and its world, and leaves in the
 * journal all that happened: the same runbook,
 * world and settings give the same journal.
 */
public final class Run {

    private final RunContext context;
    private final Instant began;
    private Optional<Event.PreflightEnded> preflight = Optional.empty();
    private boolean finished;

    public Run(CheckedRunbook program, World world, RunSettings settings) {
        context = new RunContext(program, world, settings);
        began = world.clock().now();
    }

    /** What was looked at and found before it; journaled right behind its beginning, and whom it saw is held to from then on. */
    public Run after(Event.PreflightEnded found) {
        preflight = Optional.of(found);
        return this;
    }

    /**
     * Runs it to its end, in the calling thread and in tasks of the world's clock. To be called once.
     *
     * @throws dev.lifeboat.interpreter.journal.Journal.JournalLost where the journal can't be written: nothing
     *                                                              further was done
     */
    public RunOutcome execute() {
        var parts = Parts.of(context);
        context.world().ports().whenNotModelled(gap -> context.record(new Event.NotModelled(gap)));
        recordBeginning();
        preflight.ifPresent(context::recordForced);
        context.world().ports().guardedBy(context.identities);
        return end(unready(parts).or(() -> new Refusals(parts).first()).orElseGet(() -> carryThrough(parts)));
    }

    private void recordBeginning() {
        var settings = context.settings;
        var tree = context.program.tree();
        context.recordForced(new Event.RunBegan(settings.id(), tree.name().text(), Titles.asWritten(tree.title()),
                settings.simulated(), settings.seed(), settings.operator(), context.incident.since(),
                settings.files(), settings.inventoryText(), settings.scenarioText(), context.names().atTheStart()));
    }

    private Optional<Ending> unready(Parts parts) {
        try {
            context.names().initialize(parts.top().frame());
            context.incident.title(new Titles(context, "").of(context.program.tree().title(), parts.top().frame()));
            return Optional.empty();
        } catch (Failure failure) {
            return Optional.of(new Ending(RunOutcome.FAILED, failure.getMessage() + " Nothing was done."));
        }
    }

    private Ending carryThrough(Parts parts) {
        parts.escalations().begin();
        try {
            return ending(parts, new Phases(parts).run());
        } catch (Clock.Cancelled interrupted) {
            return new Ending(RunOutcome.INTERRUPTED, "It was interrupted.");
        } catch (Halt halt) {
            return new Ending(RunOutcome.NEEDS_A_PERSON, halt.getMessage() + " " + halt.hint());
        } finally {
            context.letEnd(parts.escalations().tasks());
            context.letEnd(parts.updates().tasks());
        }
    }

    private Ending ending(Parts parts, Course course) {
        return switch (course) {
            case Course.GoOn goOn -> proven(parts, "");
            case Course.Finish finish -> {
                finished = true;
                yield proven(parts, finish.why());
            }
            case Course.RollBack back -> new Rollback(parts, back.toBefore()).run(back.why());
            case Course.Stop stop -> new Ending(RunOutcome.FAILED, stop.why());
            case Course.Leave leave -> new Ending(RunOutcome.NEEDS_A_PERSON, leave.why());
            case Course.Fail fail -> throw new IllegalStateException("Nobody handles: " + fail.problem());
        };
    }

    private Ending proven(Parts parts, String why) {
        return new Proof(parts).missing().map(course -> ending(parts, course))
                .orElseGet(() -> new Ending(RunOutcome.DONE, why));
    }

    private RunOutcome end(Ending ending) {
        boolean succeeded = ending.outcome() == RunOutcome.DONE;
        var objectives = new Objectives(context, succeeded, finished).measured();
        var outcome = outcome(ending.outcome(), objectives);
        context.recordForced(new Event.RunEnded(outcome, ending.reason(), context.since(began), objectives));
        return outcome;
    }

    private RunOutcome outcome(RunOutcome outcome, List<Event.Objective> objectives) {
        if (context.settings.strict() && context.gaps.count() > 0) {
            return RunOutcome.NOT_MODELLED;
        }
        boolean missed = objectives.stream().anyMatch(objective -> !objective.met());
        return outcome == RunOutcome.DONE && missed ? RunOutcome.OBJECTIVE_MISSED : outcome;
    }
}
