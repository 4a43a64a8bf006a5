package dev.lifeboat.interpreter.check;

import dev.lifeboat.grammar.Hint;
import dev.lifeboat.grammar.Nearest;
import dev.lifeboat.grammar.tree.Declaration;
import dev.lifeboat.grammar.tree.Item;
import dev.lifeboat.interpreter.value.Type;
import java.util.Optional;

/** `perform`: which procedure, and with what. */
final class Performs {

    private final Context context;
    private final Arguments arguments;
    private final Messages messages;

    Performs(Context context, Expressions expressions) {
        this.context = context;
        this.arguments = new Arguments(context, expressions);
        this.messages = new Messages(context, expressions);
    }

    /** The type of what the procedure returns, if it returns something. */
    Optional<Type> result(Item.Perform perform, Flow flow) {
        var name = perform.procedure();
        var found = context.declarations().procedure(name.text())
                .filter(procedure -> !context.gaps().mayHold(name.text()));
        if (found.isEmpty()) {
            context.error(CheckCode.UNKNOWN_PROCEDURE, name.span(), "There is no procedure `" + name.text() + "`.",
                    Nearest.hint(name.text(), context.declarations().procedures())
                            .or(() -> Optional.of(
                                    Hint.of("Procedures come from libraries: `use \"path/to/library.runbook\"`."))));
            arguments.lookAt(perform.arguments(), flow);
            return Optional.of(Type.UNKNOWN);
        }
        match(perform, found.get(), flow);
        return found.get().returns().map(messages::typeNamed);
    }

    private void match(Item.Perform perform, Declaration.Procedure procedure, Flow flow) {
        var wanted = procedure.parameters().stream()
                .map(parameter -> new Arguments.Wanted(parameter.name().text(), messages.typeNamed(parameter.type()),
                        false))
                .toList();
        arguments
                .match("procedure `" + procedure.name().text() + "`", wanted, perform.arguments(),
                        perform.procedure().span(), flow)
                .ifPresent(inOrder -> context.tables().performs.put(perform,
                        new ResolvedPerform(procedure, inOrder.stream().map(Optional::orElseThrow).toList())));
    }
}
