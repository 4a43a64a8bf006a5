package dev.lifeboat.interpreter.run;

import dev.lifeboat.grammar.tree.Message;
import dev.lifeboat.grammar.tree.TemplateUse;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.evaluate.Evaluator;
import dev.lifeboat.interpreter.evaluate.Frame;
import dev.lifeboat.interpreter.evaluate.Templates;
import dev.lifeboat.interpreter.evaluate.Templates.Letter;
import dev.lifeboat.interpreter.value.Texts;
import dev.lifeboat.interpreter.world.Clock;
import dev.lifeboat.interpreter.world.People;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tells people. What could not be delivered is recorded, and never fails anything. */
final class Messenger {

    /** How long a step waits at most until people have been told; channels that answer need a moment. */
    private static final Duration MOST = Duration.ofSeconds(45);
    private static final Pattern BREAKS = Pattern.compile("[\\p{Cc}\\u2028\\u2029]+");

    private final RunContext context;
    private final Audience audience;

    Messenger(RunContext context) {
        this.context = context;
        this.audience = new Audience(context.program, context.settings.drill(), context.people()::holders);
    }

    Letter letter(Message message, Evaluator evaluator, Frame frame) {
        return switch (message) {
            case Message.Literal literal -> new Letter("", evaluator.text(literal.text(), frame));
            case TemplateUse use -> new Templates(evaluator).letter(context.program.template(use), frame);
        };
    }

    int mostHolders(List<String> roles) {
        return audience.mostHolders(roles);
    }

    /** The first holder of each role. */
    void tell(List<String> roles, List<String> channels, Letter letter) {
        tell(roles, 0, channels, letter);
    }

    /**
     * Uses up no timeout of the step that tells. Once begun it goes on to its end, so that what was sent is recorded.
     *
     * @param turn which holder of each role, from 0; behind the last one comes the first again
     */
    Event.Told tell(List<String> roles, int turn, List<String> channels, Letter letter) {
        var message = message(roles, turn, channels, letter);
        return told(message, Stream.concat(delivered(message).stream(), audience.leftOut(roles).stream()).toList());
    }

    /** They know already: nothing is sent, and what became of it then is what became of this. */
    Event.Told toldMeanwhile(List<String> roles, int turn, Letter letter, List<People.Delivery> deliveries) {
        return told(message(roles, turn, List.of(), letter), deliveries);
    }

    private People.Message message(List<String> roles, int turn, List<String> channels, Letter letter) {
        var out = marked() ? oneLine(letter).asDrill() : oneLine(letter);
        return new People.Message(audience.recipients(roles, turn), channels, out.subject(), out.body(), marked());
    }

    private Event.Told told(People.Message message, List<People.Delivery> deliveries) {
        var told = new Event.Told(message, deliveries);
        context.record(told);
        return told;
    }

    private List<People.Delivery> delivered(People.Message message) {
        return message.to().isEmpty() ? List.of() : context.clock().untimed(() -> limited(message));
    }

    /** Whoever delivers limits himself; one that does not must not hold the step up either. */
    private List<People.Delivery> limited(People.Message message) {
        var deliveries = new ArrayList<People.Delivery>();
        try {
            endWhereLost();
            context.clock().shielded(MOST, () -> deliveries.addAll(context.people().tell(message)));
        } catch (Clock.DeadlinePassed hanging) {
            message.to().forEach(to -> deliveries.add(new People.Delivery(to.role(), to.person(), "", false,
                    "It was given up after " + Texts.duration(MOST) + ".")));
        }
        return deliveries;
    }

    /** Once the cluster is taken over it is the new holder who tells people. */
    private void endWhereLost() {
        try {
            context.world().ports().lease().assertHeld();
        } catch (Failure nobodyKnows) {
            // Rather told twice than never.
        }
    }

    private boolean marked() {
        return context.settings.drill() || context.settings.simulated();
    }

    /** The subject, whatever values are in it: a second line would be a header of its own to whoever carries it on. */
    private static Letter oneLine(Letter letter) {
        return new Letter(BREAKS.matcher(letter.subject()).replaceAll(" ").strip(), letter.body());
    }
}
