package dev.lifeboat.interpreter.world;

import dev.lifeboat.interpreter.value.Value;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Consumer;

/** The people around a run. Every question waits until somebody has answered; silence is never a yes. */
public interface People {

    /**
     * One answer. Where several people have to say yes, each is asked for in turn.
     *
     * @param saidYes who has said yes to this request before: whoever answers now is somebody else
     */
    Approval approve(ApprovalRequest request, List<String> saidYes);

    PauseAnswer choose(PauseRequest request);

    /** @return an answer of the question's type; for {@code many of}, a list */
    Answer ask(Question question);

    /** Tells people. Never fails: what could not be delivered is in the answer. */
    List<Delivery> tell(Message message);

    /** Who holds a role, whoever is told first at the front; empty where nobody does. */
    List<String> holders(String role);

    /** How an escalation goes from one holder of a role to the next. */
    Turns turns();

    /** Waits until somebody acknowledges, {@code within} at most. What comes between two waits for the same call-out is not lost. */
    Optional<Acknowledgement> acknowledged(CallOut callOut, Duration within);

    /**
     * What became of telling somebody of an escalation while the run had broken off and others carried its ladder on;
     * empty where they did not tell.
     *
     * @param turn which holder of each role, from 0
     */
    default Optional<List<Delivery>> toldMeanwhile(String rung, int turn) {
        return Optional.empty();
    }

    /** Lets {@code listener} hear what came in for the run from outside and does not count. */
    default void whenRefused(Consumer<Refusal> listener) {}

    /** Whether anybody could answer a question that is for these roles. */
    boolean canAnswer(List<String> roles);

    /** Whether the operator follows the run and sees a question; where not, others are told that one waits. */
    default boolean attended() {
        return true;
    }

    /** Whether somebody wants a word before the next step. Whoever takes that has to ask them. */
    default boolean takeInterruption() {
        return false;
    }

    /** What somebody wants before the next step, or at a pause before they choose. Whoever does not step through the run lets it go on. */
    default Direction direct(Standpoint here) {
        return Direction.GO;
    }

    /**
     * @param roles  any of these may say yes
     * @param votes  how many different people have to
     * @param calls   the changing calls that will be made, rendered
     * @param servers who is behind the names in the calls, as far as that is known, by name
     * @param facts   named facts that the decision rests on: candidate, fence, loss
     * @param digest binds an answer to exactly this request
     */
    record ApprovalRequest(String step, String title, List<String> roles, int votes, List<String> calls,
            SequencedMap<String, String> servers, SequencedMap<String, String> facts, String digest) {}

    /**
     * @param by    who said yes or no, as the inventory names people
     * @param how   {@code signed}, {@code terminal}, {@code answers}, {@code simulated}, or who recorded it and how it came ({@code attested by ada: telephone})
     * @param proof the signed text and, in its last line, the signature; empty where nobody has signed
     */
    record Approval(boolean given, String by, String how, String reason, String proof) {
        public Approval(boolean given, String by, String how, String reason) {
            this(given, by, how, reason, "");
        }
    }

    /**
     * @param problem what failed, a full sentence
     * @param choices what can be chosen here
     */
    record PauseRequest(String step, String title, String problem, List<String> evidence, String hint,
            List<Choice> choices) {}

    enum Choice {
        RETRY,
        SKIP,
        ROLLBACK,
        DONE_BY_HAND,
        /** Ends the run as it is. */
        STOP,
        /** Nobody is here and nobody will come ({@code --exit-on-pause}): the run ends paused. Never offered, always understood. */
        LEAVE
    }

    /** @param reason why; mandatory for SKIP and DONE_BY_HAND */
    record PauseAnswer(Choice choice, String by, String reason) {}

    /** @param options what can be chosen; empty where any value of the type will do */
    record Question(String step, String name, String type, String text, List<Value> options, boolean many) {}

    record Answer(Value value, String by) {}

    /** @param channels asked for by {@code via}; empty where the inventory decides */
    record Message(List<Recipient> to, List<String> channels, String subject, String body, boolean drill) {}

    /** @param role as whose holder the person is told */
    record Recipient(String role, String person) {}

    /**
     * One channel that was tried for one person; where it failed, the next one follows.
     *
     * @param problem why it did not arrive; empty where it did
     */
    record Delivery(String role, String person, String channel, boolean delivered, String problem) {}

    /**
     * @param acknowledgeWithin after that the next holder is told
     * @param rounds            how often all of them are told, where nobody acknowledges
     */
    record Turns(Duration acknowledgeWithin, int rounds) {}

    /**
     * An escalation that waits until somebody acknowledges it.
     *
     * @param rung names it in the run: {@code rung 1} of the ladder, {@code trigger 1} for others
     * @param told who has been told this time
     */
    record CallOut(String rung, List<String> roles, List<Recipient> told) {}

    /**
     * @param role of those that were called
     * @param how  {@code terminal}, {@code inbox}, {@code simulated}
     */
    record Acknowledgement(String role, String by, String how) {}

    /**
     * @param from where it came from: {@code inbox}, {@code terminal}
     * @param what it was; @param why it does not count, a full sentence
     */
    record Refusal(String from, String what, String why) {}
}
