package dev.lifeboat.interpreter.check;

import dev.lifeboat.grammar.Nearest;
import dev.lifeboat.grammar.tree.Expression;
import dev.lifeboat.grammar.tree.TextPart;
import java.util.List;

/** Names of the inventory in functions such as `server("db2")`, where the check is made with an inventory. */
final class Lookups {

    private final Context context;

    Lookups(Context context) {
        this.context = context;
    }

    void check(Expression.FunctionCall call) {
        context.estate().map(estate -> estate.named().get(call.function().text())).ifPresent(names -> {
            if (call.arguments().size() == 1 && call.arguments().getFirst().value() instanceof Expression.Text text) {
                check(call.function().text(), text, names);
            }
        });
    }

    private void check(String kind, Expression.Text text, List<String> names) {
        if (text.parts().size() == 1 && text.parts().getFirst() instanceof TextPart.Characters(var name, var span)
                && !names.contains(name)) {
            context.error(CheckCode.NOT_IN_INVENTORY, text.span(), "The inventory has no " + kind + " `" + name + "`.",
                    Nearest.hint(name, names));
        }
    }
}
