package dev.lifeboat.cli.console;

import dev.lifeboat.interpreter.run.Event;
import dev.lifeboat.interpreter.run.Listener;
import dev.lifeboat.interpreter.run.Recorded;
import dev.lifeboat.interpreter.run.RunOutcome;
import dev.lifeboat.interpreter.run.StepState;
import dev.lifeboat.interpreter.value.Texts;
import dev.lifeboat.interpreter.world.Direction;
import dev.lifeboat.interpreter.world.People;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** A run as it happens: a line for each thing that a tired person wants to know, with the time since the start. */
public final class Timeline implements Listener {
    private static final String INDENT = "  ";
    private final Screen screen;
    private final Style style;
    private final Pace pace = new Pace();
    private Instant began;
    private Instant now;

    public Timeline(Screen screen) {
        this.screen = screen;
        this.style = screen.style();
    }

    @Override
    public synchronized void heard(Recorded recorded) {
        if (began == null) {
            began = recorded.at();
        }
        now = recorded.at();
        switch (recorded.event()) {
            case Event.RunBegan run -> began(run);
            case Event.PreflightEnded preflight -> nothing();
            case Event.TookOver took -> line(0, style.warning("took over") + " from " + took.operator() + " on "
                    + took.host() + ", run " + took.from() + because(took.reason()));
            case Event.FormerEvicted former -> evicted(former);
            case Event.LeaseLost lost ->
                line(0, style.bad("TAKEN OVER") + " by " + lost.operator() + " on " + lost.host() + ", run " + lost.by()
                        + because(lost.reason()));
            case Event.RunEnded end -> screen.print(RunSummary.lines(end, style));
            case Event.PhaseBegan phase -> phase(phase);
            case Event.PhaseEnded phase ->
                line(0, style.faint(phase.phase() + " ended after " + Texts.duration(phase.took())
                        + (phase.overBudget() ? ", over its budget" : "")));
            case Event.PhaseSkipped phase -> line(0, style.faint(phase.phase() + " skipped: " + phase.reason()));
            case Event.StepBegan step -> line(1, style.bold(step.step()) + "  " + step.title());
            case Event.StepSkipped step -> line(1, style.faint(step.step() + "  skipped: " + step.reason()));
            case Event.AttemptBegan attempt -> attempt(attempt);
            case Event.AttemptFailed failed -> failed(failed);
            case Event.StepEnded step -> line(1, step.step() + "  " + state(step));
            case Event.Did did -> line(2, did.target().isEmpty() ? did.what() : did.target() + ": " + did.what());
            case Event.CallEnded call -> unknownOutcome(call);
            case Event.Told told -> told(told);
            case Event.LevelChanged level ->
                line(2, style.bold("service level " + level.level()) + ": " + level.affected());
            case Event.Reached reached -> line(2, style.good("reached " + reached.objective()) + ", "
                    + Texts.duration(reached.elapsed()) + " after the start");
            case Event.Escalated escalated ->
                line(1, style.warning("escalation to " + roles(escalated.roles())) + ": " + escalated.why());
            case Event.Acknowledged by -> line(1, style.good("acknowledged") + " by " + by.person() + " (@" + by.role()
                    + ", " + by.how() + ")");
            case Event.Refused refused -> line(1, style.warning("not taken: ") + refused.refusal().what() + " ("
                    + refused.refusal().from() + "): " + refused.refusal().why());
            case Event.ApprovalAsked asked -> approval(asked.request());
            case Event.ApprovalAnswered answered -> answered(answered.approval());
            case Event.Paused paused -> paused(paused.request());
            case Event.PauseAnswered answered -> line(1, answered.answer().by() + " chose "
                    + word(answered.answer().choice()) + because(answered.answer().reason()));
            case Event.Asked asked -> line(2, "asked: " + asked.question().text());
            case Event.Answered answered ->
                line(2, answered.answer().by() + " answered " + Texts.of(answered.answer().value()));
            case Event.Directed directed -> directed(directed.direction());
            case Event.RollbackBegan rollback -> line(0,
                    style.bold("rollback") + (rollback.horizon().isEmpty() ? "" : " to before " + rollback.horizon()));
            case Event.UndoBegan undo -> line(1, "undo " + undo.step() + ": " + undo.description());
            case Event.UndoEnded undo ->
                line(1, undo.problem().isEmpty() ? style.good("undone") : style.bad("not undone: ") + undo.problem());
            case Event.Kept kept -> line(1, style.warning("kept " + kept.step()) + ": " + kept.why());
            case Event.RollbackEnded end -> line(0,
                    end.complete() ? style.good("rolled back") : style.bad("rollback not complete: ") + end.reason());
            case Event.NotModelled gap -> line(2, style.warning("not modelled: ") + gap.what());
            case Event.LeftOut left -> line(1,
                    style.warning("left out " + Texts.of(left.item())) + because(left.why()));
            case Event.Bound bound -> nothing();
            case Event.CallBegan call -> nothing();
            case Event.PortCallBegan call -> nothing();
            case Event.PortCallEnded call -> nothing();
            case Event.Learned learned -> nothing();
            case Event.InverseRegistered inverse -> nothing();
            case Event.ClockRead read -> nothing();
            case Event.WaitCut cut -> nothing();
            case Event.RoundTaken round -> nothing();
            case Event.Resumed resumed -> resumed(resumed, recorded.number());
        }
    }

    /** Whoever carries a run on has seen it, or looks it up in the journal. */
    @Override
    public synchronized void replayed(Recorded recorded) {
        began = began == null ? recorded.at() : began;
        now = recorded.at();
    }

    private void began(Event.RunBegan run) {
        screen.print(style.bold(run.title()) + "  " + run.runbook());
        if (run.breakGlass() != null) {
            screen.print(style.bad("Without its owner's seal: ") + run.breakGlass());
        }
    }

    private void directed(Direction direction) {
        switch (direction.move()) {
            case NOTE -> line(2, direction.by() + " noted: " + direction.text());
            case CALL -> line(2, direction.by() + " calls " + direction.text());
            case UNDO -> line(2, direction.by() + " wants it taken back");
            case GO, SKIP, ROLL_BACK, LEAVE -> nothing();
        }
    }

    private void resumed(Event.Resumed resumed, long number) {
        line(0, style.bold("carried on by " + resumed.operator()) + " behind record " + (number - 1)
                + " of its journal" + (resumed.changes().isEmpty() ? "" : ", amended:"));
        resumed.changes().forEach(change -> line(1, change));
    }

    /** For what only the journal holds. */
    private static void nothing() {}

    @Override
    public synchronized void progress(String step, Instant at, String what) {
        if (pace.isDue(step, at, what)) {
            now = at;
            line(2, style.faint("… " + what));
        }
    }

    private void line(int depth, String text) {
        Duration since = Duration.between(began, now);
        text.lines().forEach(part -> screen.print(style.faint(clock(since)) + "  " + INDENT.repeat(depth) + part));
    }

    /** Minutes and seconds since the start, hours where there are any: {@code +0:07}, {@code +1:02:05}. */
    static String clock(Duration since) {
        String minutes = since.toHours() == 0
                ? "" + since.toMinutes()
                : since.toHours() + String.format(":%02d", since.toMinutesPart());
        return String.format("%8s", "+" + minutes + String.format(":%02d", since.toSecondsPart()));
    }

    private void evicted(Event.FormerEvicted former) {
        former.ended().forEach(what -> line(1, what));
        former.unfenced().forEach(what -> line(1, style.warning("not fenced: ") + what));
        former.running().forEach(what -> line(1, style.bad(what)));
    }

    private void phase(Event.PhaseBegan phase) {
        screen.blank();
        line(0, style.bold(phase.title()) + style.faint(
                "  " + phase.phase() + (phase.budget() == null ? "" : ", within " + Texts.duration(phase.budget()))));
    }

    private void attempt(Event.AttemptBegan attempt) {
        if (attempt.attempt() > 1) {
            line(2, style.faint("attempt " + attempt.attempt()));
        }
    }

    private void failed(Event.AttemptFailed failed) {
        line(2, style.bad("failed: ") + failed.message());
        failed.evidence().forEach(line -> line(3, line));
        hint(failed.hint());
    }

    private void hint(String hint) {
        if (!hint.isEmpty()) {
            line(3, style.bold("hint: ") + hint);
        }
    }

    private String state(Event.StepEnded step) {
        String took = " after " + Texts.duration(step.took());
        return switch (step.state()) {
            case StepState.SUCCEEDED -> style.good("done") + took;
            case StepState.FAILED -> style.bad("FAILED") + took + because(step.reason());
            case StepState.SKIPPED -> style.faint("skipped") + because(step.reason());
            case StepState.UNKNOWN -> style.bad("UNKNOWN") + took + because(step.reason());
        };
    }

    private static String because(String reason) {
        return reason.isEmpty() ? "" : ": " + reason;
    }

    private void unknownOutcome(Event.CallEnded call) {
        if (call.failure() != null && call.failure().outcomeUnknown()) {
            line(2, style.bad("outcome unknown: ") + call.failure().message());
            call.failure().evidence().forEach(line -> line(3, line));
        }
    }

    private void told(Event.Told told) {
        String subject = told.message().subject().isEmpty()
                ? told.message().body().lines().findFirst().orElse("")
                : told.message().subject();
        line(2, "told " + roles(rolesOf(told)) + ": " + subject);
        told.deliveries().stream().filter(delivery -> !delivery.delivered())
                .forEach(delivery -> line(3, undelivered(delivery, told.deliveries())));
    }

    /** A channel that failed is worth a line even where the next one worked. */
    private String undelivered(People.Delivery delivery, List<People.Delivery> all) {
        String whom = delivery.person().isEmpty() ? "@" + delivery.role() : delivery.person();
        return all.stream()
                .filter(other -> other.delivered() && other.person().equals(delivery.person())
                        && other.role().equals(delivery.role()))
                .findFirst()
                .map(other -> style.faint(whom + " by " + other.channel() + ", not by " + delivery.channel() + ": "))
                .orElseGet(() -> style.warning("not reached: ") + whom + because(delivery.channel()) + ": ")
                + delivery.problem();
    }

    private static List<String> rolesOf(Event.Told told) {
        return told.deliveries().stream().map(People.Delivery::role).distinct().toList();
    }

    private void approval(People.ApprovalRequest request) {
        ApprovalLines.of(request, style).forEach(line -> line(2, line));
    }

    private void answered(People.Approval approval) {
        line(2, (approval.given() ? style.good("approved") : style.bad("refused")) + " by " + approval.by() + " ("
                + approval.how() + ")" + because(approval.reason()));
    }

    private void paused(People.PauseRequest request) {
        line(1, style.warning("PAUSED") + " at " + request.step() + ": " + request.problem());
        hint(request.hint());
        line(2, "choices: " + request.choices().stream().map(Timeline::word).collect(Collectors.joining(", ")));
    }

    static String word(People.Choice choice) {
        return switch (choice) {
            case RETRY -> "retry";
            case SKIP -> "skip";
            case ROLLBACK -> "rollback";
            case DONE_BY_HAND -> "done by hand";
            case STOP -> "stop";
            case LEAVE -> "leave";
        };
    }

    static String roles(List<String> roles) {
        return roles.stream().map(role -> "@" + role).collect(Collectors.joining(", "));
    }

    /** Exhaustive over outcomes, for the summary and the exit status alike. */
    static String outcome(RunOutcome outcome) {
        return switch (outcome) {
            case DONE -> "done";
            case ROLLED_BACK -> "failed, and rolled back";
            case NEEDS_A_PERSON -> "paused: it needs a person";
            case OBJECTIVE_MISSED -> "done, and an objective was missed";
            case FAILED -> "failed, and not rolled back";
            case ROLLBACK_FAILED -> "failed, and the rollback failed too";
            case NOT_MODELLED -> "the simulator could not model all of it";
            case TAKEN_OVER -> "taken over by another run; nothing was done after that";
            case INTERRUPTED -> "interrupted";
        };
    }
}
