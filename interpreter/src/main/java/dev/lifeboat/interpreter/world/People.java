package dev.lifeboat.interpreter.world;

import dev.lifeboat.interpreter.value.Value;
import java.util.List;
import java.util.SequencedMap;

/** The people around a run. Every question waits until somebody has answered; silence is never a yes. */
public interface People {

    Approval approve(ApprovalRequest request);

    PauseAnswer choose(PauseRequest request);

    /** @return an answer of the question's type; for {@code many of}, a list */
    Answer ask(Question question);

    /** Tells people. Never fails: what could not be delivered is in the answer. */
    List<Delivery> tell(Message message);

    /** Whether anybody could answer a question that is for these roles. */
    boolean canAnswer(List<String> roles);

    /** Whether the operator follows the run and sees a question; where not, others are told that one waits. */
    default boolean attended() {
        return true;
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
     * @param by  who said yes or no, as the inventory names people
     * @param how {@code terminal}, {@code answers}, {@code simulated}, or how an attested answer came ({@code bridge}, {@code telephone})
     */
    record Approval(boolean given, String by, String how, String reason) {}

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
    record Message(List<String> roles, List<String> channels, String subject, String body, boolean drill) {}

    /** @param problem why it did not arrive; empty where it did */
    record Delivery(String role, String person, String channel, boolean delivered, String problem) {}
}
