package dev.lifeboat.interpreter.run;

import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.builtin.Halt;
import dev.lifeboat.interpreter.check.CheckedRunbook;
import dev.lifeboat.interpreter.replay.Resumption;
import dev.lifeboat.interpreter.world.Clock;
import dev.lifeboat.interpreter.world.Lease;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Carries a runbook through. A run has no other input than the checked runbook and its world, and leaves in the
 * journal all that happened: the same runbook,
 * world and settings give the same journal.
 */
public final class Run {

    private final RunContext context;
    private Instant began;
    private Optional<Supplier<Event.PreflightEnded>> preflight = Optional.empty();
    private boolean finished;

    public Run(CheckedRunbook program, World world, RunSettings settings) {
        this(program, world, settings, Resumption.NONE);
    }

    /** @param resumption from where it is carried on */
    public Run(CheckedRunbook program, World world, RunSettings settings, Resumption resumption) {
        context = new RunContext(program, world, settings, resumption);
    }

    /**
     * @param found tells what was looked at and found before it; journaled right behind its beginning, and whom it saw is held to from then on. Not asked where
     *              the run is carried on and its journal has it.
     */
    public Run after(Supplier<Event.PreflightEnded> found) {
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
        context.people().whenRefused(refusal -> context.note(new Event.Refused(refusal)));
        var takeovers = new Takeovers(context);
        try {
            takeovers.ofItself();
            recordBeginning();
            recordPreflight();
            context.world().ports().guardedBy(context.identities);
            return end(asLongAsItMay(parts, takeovers));
        } catch (Clock.Cancelled interrupted) {
            // As it was still being replayed: nothing new has happened.
            return RunOutcome.INTERRUPTED;
        }
    }

    private Ending asLongAsItMay(Parts parts, Takeovers takeovers) {
        try {
            return unready(parts).or(() -> new Refusals(parts).first()).or(takeovers::obstacle)
                    .orElseGet(() -> carryThrough(parts));
        } catch (Lease.Lost lost) {
            context.recordForced(new Event.LeaseLost(lost.by().run(), lost.by().operator(), lost.by().host(),
                    lost.by().epoch(), lost.reason()));
            return new Ending(RunOutcome.TAKEN_OVER, lost.getMessage());
        }
    }

    private void recordBeginning() {
        var settings = context.settings;
        var tree = context.program.tree();
        began = context.recordForced(new Event.RunBegan(settings.id(), tree.name().text(),
                new FirstTitle(context).text(),
                settings.simulated(), settings.seed(), settings.operator(), settings.drill(), context.incident.since(),
                settings.files(), settings.inventoryText(), settings.inventoryPath(), settings.scenarioText(),
                context.names().atTheStart(), settings.breakGlass().orElse(null)))
                .at();
    }

    /** A journal that goes on without one is of a run that had none. */
    private void recordPreflight() {
        var next = context.replay().next().map(Recorded::event);
        if (next.isEmpty()) {
            preflight.map(Supplier::get).ifPresent(context::recordForced);
        } else if (next.get() instanceof Event.PreflightEnded known) {
            context.recordForced(known);
        }
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
        context.settings.breakGlass().ifPresent(parts.escalations()::glassBroken);
        try {
            return ending(parts, new Phases(parts).run());
        } catch (Clock.Cancelled interrupted) {
            return new Ending(RunOutcome.INTERRUPTED, "It was interrupted.");
        } catch (Halt halt) {
            return new Ending(RunOutcome.NEEDS_A_PERSON, halt.getMessage() + " " + halt.hint());
        } finally {
            parts.escalations().letEnd(parts.updates().tasks());
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
            case Course.Leave leave -> new Ending(leave.outcome(), leave.why());
            case Course.Fail fail -> throw new IllegalStateException("Nobody handles: " + fail.problem());
        };
    }

    private Ending proven(Parts parts, String why) {
        return new Proof(parts).missing().map(course -> ending(parts, course))
                .orElseGet(() -> new Ending(RunOutcome.DONE, why));
    }

    private RunOutcome end(Ending ending) {
        context.people().whenRefused(refusal -> {});
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
