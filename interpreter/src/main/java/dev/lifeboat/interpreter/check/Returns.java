package dev.lifeboat.interpreter.check;

import dev.lifeboat.grammar.tree.Declaration;

/** What a procedure says that it returns, and what it returns. */
final class Returns {

    private final Context context;
    private final Expressions expressions;

    Returns(Context context, Expressions expressions) {
        this.context = context;
        this.expressions = expressions;
    }

    void check(Declaration.Procedure procedure, Flow flow) {
        var name = "procedure `" + procedure.name().text() + "`";
        if (procedure.returns().isPresent() && procedure.result().isEmpty() && !context.gaps().mayHold("return")) {
            context.error(CheckCode.WRONG_TYPE, procedure.returns().get().span(),
                    "The " + name + " says that it returns something, and has no `return`.");
        }
        procedure.result().ifPresent(result -> {
            if (procedure.returns().isEmpty() && !context.gaps().mayHold(procedure.name().text())) {
                context.error(CheckCode.WRONG_TYPE, result.span(),
                        "The " + name + " returns something, and does not say of what type.",
                        "Write `returns type` before its title.");
            }
            var declared = procedure.returns().map(new Messages(context, expressions)::typeNamed);
            declared.ifPresentOrElse(type -> expressions.want(result, type, "What " + name + " returns", flow),
                    () -> expressions.type(result, flow));
        });
    }
}
