package dev.lifeboat.interpreter.check;

import dev.lifeboat.grammar.tree.Declaration;
import dev.lifeboat.grammar.tree.TypeName;
import dev.lifeboat.interpreter.value.Type;
import java.util.List;

/** Parameters of runbooks, templates and procedures. */
final class Parameters {

    private final Context context;
    private final Expressions expressions;
    private final Messages messages;

    Parameters(Context context, Expressions expressions) {
        this.context = context;
        this.expressions = expressions;
        this.messages = new Messages(context, expressions);
    }

    void bind(List<Declaration.Parameter> parameters, Flow flow) {
        for (var parameter : parameters) {
            new Binder(context).bind(new Binding.Local(parameter.name().text()), parameter.name(),
                    typeOf(parameter.type()), flow);
        }
    }

    /** A parameter of the runbook; its default sees those before it. */
    void bind(Declaration.Param param, Flow flow) {
        var type = typeOf(param.type());
        param.initial().ifPresent(
                initial -> expressions.want(initial, type, "The default of `" + param.name().text() + "`", flow));
        new Binder(context).bind(new Binding.Param(param.name().text(), param), param.name(), type, flow);
    }

    private Type typeOf(TypeName written) {
        var type = messages.typeNamed(written);
        return Types.holdsSecret(type) || type.equals(Type.SQL) || type.equals(Type.COMMAND)
                ? refused(written, type)
                : type;
    }

    private Type refused(TypeName written, Type type) {
        return Types.holdsSecret(type)
                ? context.error(CheckCode.SECRET, written.span(),
                        "A secret can't be a parameter: it would be in the journal.",
                        "Write `secret(\"name\")` where it is needed: it comes from the inventory.")
                : context.error(CheckCode.WRONG_TYPE, written.span(),
                        "A parameter can't be " + Types.named(type) + ": only a literal in the runbook can.",
                        "Write it where it is used, with its values interpolated.");
    }
}
