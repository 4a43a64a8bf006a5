package dev.lifeboat.interpreter.run;

import dev.lifeboat.grammar.tree.Declaration;
import dev.lifeboat.grammar.tree.Message;
import dev.lifeboat.grammar.tree.TemplateUse;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.evaluate.Evaluator;
import dev.lifeboat.interpreter.evaluate.Frame;
import dev.lifeboat.interpreter.evaluate.Templates;
import dev.lifeboat.interpreter.evaluate.Templates.Letter;
import dev.lifeboat.interpreter.world.People;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells people. What could not be delivered is recorded, and never fails anything. */
final class Messenger {

    private static final String MARK = "[DRILL] ";
    private static final Pattern BREAKS = Pattern.compile("[\\p{Cc}\\u2028\\u2029]+");

    private final RunContext context;
    /** Those that a drill must not reach. */
    private final Set<String> outsiders;

    Messenger(RunContext context) {
        this.context = context;
        this.outsiders = outsiders(context);
    }

    /** Customers, and whoever stands above the first rung of the ladder. */
    private static Set<String> outsiders(RunContext context) {
        var outsiders = new LinkedHashSet<String>();
        context.program.escalation().ifPresent(ladder -> ladder.rungs().stream().skip(1)
                .forEach(rung -> outsiders.addAll(Approvals.names(rung.roles()))));
        for (var declaration : context.program.tree().declarations()) {
            if (declaration instanceof Declaration.Updates updates) {
                outsiders.addAll(Approvals.names(updates.roles()));
            }
        }
        context.program.escalation().stream().flatMap(ladder -> ladder.rungs().stream()).limit(1)
                .forEach(rung -> outsiders.removeAll(Approvals.names(rung.roles())));
        return outsiders;
    }

    Letter letter(Message message, Evaluator evaluator, Frame frame) {
        return switch (message) {
            case Message.Literal literal -> new Letter("", evaluator.text(literal.text(), frame));
            case TemplateUse use -> new Templates(evaluator).letter(context.program.template(use), frame);
        };
    }

    void tell(List<String> roles, List<String> channels, Letter letter) {
        boolean drill = context.settings.drill();
        var reached = drill ? roles.stream().filter(role -> !outsiders.contains(role)).toList() : roles;
        var message = new People.Message(reached, channels, subject(letter), body(letter), marked());
        var deliveries = new ArrayList<People.Delivery>();
        if (!reached.isEmpty()) {
            endWhereLost();
            deliveries.addAll(context.people().tell(message));
        }
        roles.stream().filter(role -> !reached.contains(role)).forEach(role -> deliveries
                .add(new People.Delivery(role, "", "", false,
                        "A drill reaches no customer and nobody above the team.")));
        context.record(new Event.Told(message, deliveries));
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

    /** One line, whatever values are in it: a second one would be a header of its own to whoever carries it on. */
    private String subject(Letter letter) {
        var subject = BREAKS.matcher(letter.subject()).replaceAll(" ").strip();
        return subject.isEmpty() || !marked() ? subject : MARK + subject;
    }

    private String body(Letter letter) {
        return letter.subject().isEmpty() && marked() ? MARK + letter.body() : letter.body();
    }
}
