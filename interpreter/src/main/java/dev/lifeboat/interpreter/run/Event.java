package dev.lifeboat.interpreter.run;

import dev.lifeboat.interpreter.builtin.Effect;
import dev.lifeboat.interpreter.value.Json;
import dev.lifeboat.interpreter.value.Value;
import dev.lifeboat.interpreter.world.Direction;
import dev.lifeboat.interpreter.world.People;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SequencedMap;

/**
 * Everything that happens in a run. The journal holds these and nothing else; the console, the report and the objectives' clock listen to them.
 * A {@code step} is a step's name, with its round where it stands in a loop: {@code follow[db3]}.
 */
public sealed interface Event {

    /** The step's name at which a run pauses that can't be seen to have helped. */
    String PROOF = "finish";

    /** The question of a run that somebody has interrupted, and the answer that leaves it for later. */
    String INTERRUPTED = "interrupted";
    String INTERRUPTED_STOP = "stop";

    // The run

    /**
     * @param files     the runbook and its libraries, by path below the runbooks' root; the runbook first
     * @param inventory the inventory's text; it holds secrets by reference only
     * @param inventoryPath where it lies, as what it names is looked for from there; empty in a simulated run
     * @param scenario  the scenario's text, empty in a real run
     * @param names     the parameters and implicit names, as the run began
     * @param breakGlass why it runs without the seal of the runbook's owner; not there ({@code null}) where it has one or needs none
     */
    record RunBegan(String run, String runbook, String title, boolean simulated, long seed, String operator,
            boolean drill, Instant incidentSince,
            SequencedMap<String, String> files, String inventory, String inventoryPath, String scenario,
            SequencedMap<String, Value> names, String breakGlass) implements Event {}

    /**
     * What was looked at before the run, and found.
     *
     * @param inOrder a line for each thing that is as it should be
     */
    record PreflightEnded(List<String> inOrder, List<Finding> findings, List<Identity> identities,
            Duration took) implements Event {}

    /**
     * @param subject what it is about, such as a server's name
     * @param blocks  whether a run may not begin
     * @param message a full sentence
     * @param hint    what to do about it
     */
    record Finding(String subject, boolean blocks, String message, String hint) {}

    /**
     * @param version empty where it is not known
     * @param source  how it is known: {@code seen}, {@code its replicas}, {@code readiness record}
     */
    record Identity(String name, String identity, String version, String source) {}

    /**
     * A run that had broken off, or had been left, goes on here.
     *
     * @param version    of Lifeboat
     * @param superseded the numbers of records that count no more: the end of the run, and an answer that left it
     * @param amended    the runbook and its libraries where they were edited meanwhile; empty where not
     * @param changes    what was edited
     */
    record Resumed(String operator, String version, List<Long> superseded, SequencedMap<String, String> amended,
            List<String> changes) implements Event {}

    record RunEnded(RunOutcome outcome, String reason, Duration took, List<Objective> objectives) implements Event {}

    /** @param measured empty ({@code null}) where it was not met; @param met whether within its limit */
    record Objective(String name, Duration limit, Duration measured, boolean met, String how) {}

    /**
     * The cluster was taken from another run, that of {@code operator} on {@code host}.
     *
     * @param reason why, in the words of whoever did; may be empty
     */
    record TookOver(String from, String operator, String host, Instant since, String reason) implements Event {}

    /** What became of that which earlier holders had under way; see {@code Ports.Eviction}. */
    record FormerEvicted(List<String> ended, List<String> unfenced, List<String> running) implements Event {}

    /** The cluster was taken over by another run: nothing is done after this. */
    record LeaseLost(String by, String operator, String host, long newEpoch, String reason) implements Event {}

    record PhaseBegan(String phase, String title, Duration budget) implements Event {}

    record PhaseEnded(String phase, Duration took, boolean overBudget) implements Event {}

    record PhaseSkipped(String phase, String reason) implements Event {}

    // Steps

    record StepBegan(String step, String title) implements Event {}

    record StepSkipped(String step, String title, String reason) implements Event {}

    record AttemptBegan(String step, int attempt) implements Event {}

    record AttemptFailed(String step, int attempt, String cause, String message, List<String> evidence,
            String hint) implements Event {}

    record StepEnded(String step, StepState state, String reason, Duration took, int attempts) implements Event {}

    /** A server or host that a loop has no round for, because it can't be reached. */
    record LeftOut(String loop, Value item, String why) implements Event {}

    record Bound(String step, String name, Value value) implements Event {}

    // Calls

    record CallBegan(long call, String step, String builtin, List<Value> arguments, Effect effect) implements Event {}

    /** Exactly one of {@code answer} and {@code failure} is there ({@code null} otherwise). */
    record CallEnded(long call, Value answer, FailureRecord failure, Duration took) implements Event {}

    /**
     * A call of a port that does more than observe, about to be made by the builtin of {@code call}.
     *
     * @param number    counts the port calls of {@code call}, from 1
     * @param port      the port's interface, such as {@code MySqlServer}
     * @param arguments a JSON array
     */
    record PortCallBegan(long call, long number, String port, String target, String method, Json arguments,
            Effect effect) implements Event {}

    /**
     * What a port answered. A port call that only observes has no {@code PortCallBegan}. Exactly one of {@code answer} ({@code null} in JSON for a method
     * that answers nothing) and {@code failure} is there.
     *
     * @param identity who is behind {@code target} as far as the run knows; {@code null} where it does not
     */
    record PortCallEnded(long call, long number, String port, String target, String method, Json arguments,
            Json answer, FailureRecord failure, String identity) implements Event {}

    /** @param kind how it came back: what a replay has to throw */
    record FailureRecord(FailureKind kind, boolean outcomeUnknown, String message, List<String> evidence,
            String hint) {}

    enum FailureKind {
        /** A {@code Failure}. */
        FAILED,
        /** The time of an enclosing {@code within} was up. */
        TIME_UP,
        /** The task was cancelled, or the lease was lost: its run has ended. */
        CANCELLED,
        /** A {@code Halt}: the run is left for a person. */
        HALTED,
        /** A defect in Lifeboat. */
        DEFECT
    }

    record Did(long call, String target, String what) implements Event {}

    /** @param call the call that learned it; 0 where the run itself did */
    record Learned(long call, String fact, Value value) implements Event {}

    record InverseRegistered(long inverse, long call, String step, String description, String builtin,
            List<Value> arguments) implements Event {}

    /** A clock read by the builtin of {@code call}; 0 where the run itself read it, for {@code step}. */
    record ClockRead(String step, long call, Instant now) implements Event {}

    /** A wait was ended before its time: by a limit of time, or as its task was {@code cancelled}. Not journaled where nothing can follow from it. */
    record WaitCut(boolean cancelled) implements Event {}

    /** Of several that work off the rounds of a loop side by side, one has taken this one. @param round empty where there are none left */
    record RoundTaken(String loop, String round) implements Event {}

    // People

    record Told(People.Message message, List<People.Delivery> deliveries) implements Event {}

    record LevelChanged(int level, String affected) implements Event {}

    record Reached(String objective, Duration elapsed) implements Event {}

    /** @param rung names the escalation: {@code rung 1} of the ladder, {@code trigger 1} for others */
    record Escalated(String rung, Duration after, List<String> roles, String why) implements Event {}

    /** From now on nobody else is called for this rung. */
    record Acknowledged(String rung, String role, String person, String how) implements Event {}

    /** Something came in from outside and does not count. */
    record Refused(People.Refusal refusal) implements Event {}

    record ApprovalAsked(People.ApprovalRequest request) implements Event {}

    record ApprovalAnswered(String step, String digest, People.Approval approval) implements Event {}

    record Paused(People.PauseRequest request) implements Event {}

    record PauseAnswered(String step, People.PauseAnswer answer) implements Event {}

    record Asked(People.Question question) implements Event {}

    record Answered(String step, String name, People.Answer answer) implements Event {}

    /** What somebody wanted where the run stood: before the step, or at its pause. That it goes on is not journaled. */
    record Directed(String step, Direction direction) implements Event {}

    // Rollback

    /** @param horizon the step before which it stops; empty for the start of the run */
    record RollbackBegan(String horizon) implements Event {}

    record UndoBegan(String step, long inverse, String description) implements Event {}

    /** @param problem why it failed; empty where it worked */
    record UndoEnded(String step, long inverse, String problem) implements Event {}

    record Kept(String step, String why) implements Event {}

    record RollbackEnded(boolean complete, String reason) implements Event {}

    /** Something that the model cannot do and a real run could; counted, and an error under {@code --strict}. */
    record NotModelled(String what) implements Event {}
}
