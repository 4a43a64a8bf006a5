package dev.lifeboat.interpreter.run;

import dev.lifeboat.grammar.tree.Expression;
import dev.lifeboat.grammar.tree.Item;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.builtin.Halt;
import dev.lifeboat.interpreter.evaluate.Evaluator;
import dev.lifeboat.interpreter.value.Value;
import dev.lifeboat.interpreter.world.People.Choice;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Carries one step, {@code manual} or {@code perform} from its {@code when} to its end. */
final class StepRun {

    private static final List<Choice> CHOICES = List.of(Choice.RETRY, Choice.SKIP, Choice.ROLLBACK,
            Choice.DONE_BY_HAND, Choice.STOP);

    private final Parts parts;
    private final RunContext context;
    private final StepSite site;
    private final Attempts attempts;
    private final Reactions reactions;
    /** What a person gave in the place of what the body would have bound. */
    private final Map<String, Value> given = new LinkedHashMap<>();
    private Optional<Instant> began = Optional.empty();

    StepRun(Parts parts, Item item, Place place) {
        this.parts = parts;
        this.context = parts.context();
        this.site = arrive(item, place);
        this.attempts = new Attempts(parts, site);
        this.reactions = new Reactions(parts, site);
    }

    private StepSite arrive(Item item, Place place) {
        var step = context.program.step(item);
        var name = place.journalName(step.name());
        var entry = context.ledger.arrive(name, place.owner());
        var found = new StepSite(step, name, new Titles(context, name).of(item, place.frame()), place, entry);
        entry.belongsTo(found);
        return found;
    }

    StepSite site() {
        return site;
    }

    /** Somebody wants it to be passed over before it has begun. */
    Course passOver(String person, String reason) {
        askForValues();
        context.record(new Event.StepSkipped(site.name(), site.title(), skipped(person, reason)));
        remember(StepState.SKIPPED, Optional.empty(), Duration.ZERO);
        return Course.GO_ON;
    }

    private static String skipped(String person, String reason) {
        return "`" + person + "` skipped it: " + reason;
    }

    Course run() {
        try {
            return carryOut();
        } catch (Halt halt) {
            return halted(Problem.of(Problem.Cause.FAILED, halt));
        }
    }

    /** No handler is asked, others are told, and the run is left for a person. */
    private Course halted(Problem problem) {
        context.record(new Event.AttemptFailed(site.name(), attempts.made(), problem.cause().word(), problem.message(),
                problem.evidence(), problem.hint()));
        parts.escalations().raise(problem.message());
        return failed(problem, new Course.Leave(blame(problem) + " " + problem.hint()));
    }

    private Course carryOut() {
        var unwanted = unwanted();
        if (unwanted.isPresent() && unwanted.get() instanceof AttemptEnd.Done) {
            return passOver();
        }
        began = Optional.of(context.record(new Event.StepBegan(site.name(), site.title())).at());
        return conclude(unwanted.orElseGet(attempts::run));
    }

    private AttemptEnd again() {
        return unwanted().orElseGet(attempts::run);
    }

    /** Why the step is not to be tried: its {@code when} does not hold, or can't be told. */
    private Optional<AttemptEnd> unwanted() {
        var evaluator = new Evaluator(context.program, new SiteCalls(context, site, parts.approvals()));
        try {
            return site.clauses().when().filter(when -> !evaluator.holds(when, site.frame(context)))
                    .map(when -> new AttemptEnd.Done(new Flow.Skipped(notSo(when))));
        } catch (Failure untold) {
            return Optional.of(new AttemptEnd.Failed(Problem.of(Problem.Cause.WHEN, untold)));
        }
    }

    private static String notSo(Expression when) {
        return "`" + when.span().text() + "` is not so.";
    }

    private Course passOver() {
        var why = notSo(site.clauses().when().orElseThrow());
        context.record(new Event.StepSkipped(site.name(), site.title(), why));
        site.place().put(site.step(), StepResult.NOT_RUN);
        return Course.GO_ON;
    }

    private Course conclude(AttemptEnd end) {
        return switch (end) {
            case AttemptEnd.Done done -> done(done.flow());
            case AttemptEnd.Settled settled -> succeeded(settled.how());
            case AttemptEnd.Left left -> left(left.course());
            case AttemptEnd.Failed failed -> react(failed.problem());
        };
    }

    private Course done(Flow flow) {
        return switch (flow) {
            case Flow.Through through -> succeeded("");
            case Flow.Skipped skipped -> end(StepState.SKIPPED, skipped.why(), Course.GO_ON);
            case Flow.Finished finished -> end(StepState.SUCCEEDED, "", new Course.Finish(finished.why()));
            case Flow.Decided decided -> throw new IllegalStateException("A policy in the body of " + site.name());
        };
    }

    private Course succeeded(String how) {
        askForValues();
        context.incident.did(site.title());
        return end(StepState.SUCCEEDED, how, Course.GO_ON);
    }

    private Course left(Course course) {
        return switch (course) {
            case Course.Finish finish -> end(StepState.SUCCEEDED, "", finish);
            case Course.RollBack rollBack -> end(StepState.FAILED, rollBack.why(), rollBack);
            case Course.Stop stop -> end(StepState.FAILED, stop.why(), stop);
            case Course.Leave leave -> leave;
            case Course.GoOn goOn -> throw new IllegalStateException("Left, and goes on: " + site.name());
            case Course.Fail fail -> throw new IllegalStateException("Left by a failure: " + site.name());
        };
    }

    private Course react(Problem failure) {
        if (site.handlers().onFailure().isPresent()) {
            remember(failure.state(), Optional.of(failure.message()), took(context.timeFor(site.name())));
        }
        var decision = reactions.to(failure);
        var problem = decision.problem();
        return switch (decision.reaction()) {
            case Reaction.Continue goOn -> failed(problem, Course.GO_ON);
            case Reaction.RollBack back ->
                failed(problem, new Course.RollBack(back.toBefore(), blame(problem)));
            case Reaction.Stop stop -> failed(problem, new Course.Stop(blame(problem)));
            case Reaction.Finish finish -> failed(problem, new Course.Finish(finish.why()));
            case Reaction.HandUp handUp -> failed(problem, new Course.Fail(problem.of(site.name())));
            case Reaction.TryAgain again -> conclude(attempts.knownToBeDone(problem).orElseGet(this::again));
            case Reaction.Pause pause -> pause(problem);
        };
    }

    private String blame(Problem problem) {
        return problem.of(site.name()).message();
    }

    private Course pause(Problem problem) {
        var answer = parts.pauses().ask(site.name(), site.title(), problem, CHOICES,
                request -> new Stepping(parts, site).atPause(request));
        return switch (answer.choice()) {
            case RETRY -> conclude(again());
            case SKIP -> skippedBy(answer.by(), answer.reason());
            case ROLLBACK -> failed(problem, new Course.RollBack(Optional.empty(), blame(problem)));
            case DONE_BY_HAND -> doneByHand(answer.by(), answer.reason());
            case STOP -> failed(problem, new Course.Stop(blame(problem)));
            case LEAVE -> new Course.Leave(blame(problem));
        };
    }

    private Course skippedBy(String person, String reason) {
        askForValues();
        return end(StepState.SKIPPED, skipped(person, reason), Course.GO_ON);
    }

    /** What a person did is verified like what the body would have done. */
    private Course doneByHand(String person, String reason) {
        askForValues();
        site.entry().doneByHand();
        var known = values();
        var end = new Attempt(parts, site, (statements, frame) -> {
            known.forEach(frame::bind);
            return AttemptEnd.through();
        }).run();
        return end instanceof AttemptEnd.Failed failed
                ? pause(failed.problem())
                : succeeded("`" + person + "` did it by hand: " + reason);
    }

    private void askForValues() {
        given.putAll(new MissingValues(context, site).ask(values()));
    }

    private Map<String, Value> values() {
        var values = new LinkedHashMap<>(site.entry().frame(context).bound());
        values.putAll(given);
        return values;
    }

    private Course failed(Problem problem, Course course) {
        return end(problem.state(), problem.message(), course);
    }

    private Course end(StepState state, String reason, Course course) {
        boolean error = state == StepState.FAILED || state == StepState.UNKNOWN;
        var ended = context.record(new Event.StepEnded(site.name(), state, reason, took(context.clock().now()),
                attempts.made()));
        remember(state, Optional.of(reason).filter(text -> error), ((Event.StepEnded) ended.event()).took());
        return course;
    }

    private Duration took(Instant until) {
        return Duration.between(began.orElseThrow(), until);
    }

    /** A handler sees its own step's failure as later steps do. */
    private void remember(StepState state, Optional<String> error, Duration took) {
        site.place().put(site.step(), new StepResult(state, took, error, values()));
    }
}
