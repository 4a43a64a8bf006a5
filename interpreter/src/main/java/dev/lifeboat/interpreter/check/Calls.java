package dev.lifeboat.interpreter.check;

import dev.lifeboat.grammar.Hint;
import dev.lifeboat.grammar.Nearest;
import dev.lifeboat.grammar.Span;
import dev.lifeboat.grammar.tree.Argument;
import dev.lifeboat.grammar.tree.Expression;
import dev.lifeboat.grammar.tree.Name;
import dev.lifeboat.interpreter.builtin.Signature;
import dev.lifeboat.interpreter.value.Type;
import java.util.List;
import java.util.Optional;

/** Calls of builtins and of pure functions. */
final class Calls {

    private static final String PURE = "";

    private final Context context;
    private final Expressions expressions;
    private final Arguments arguments;

    Calls(Context context, Expressions expressions) {
        this.context = context;
        this.expressions = expressions;
        this.arguments = new Arguments(context, expressions);
    }

    Type type(Expression.BuiltinCall call, Flow flow) {
        var found = context.vocabulary().find(call.namespace().text(), call.action().text())
                .filter(signature -> !signature.internal());
        if (found.isEmpty()) {
            unknownBuiltin(call, flow);
            arguments.lookAt(call.arguments(), flow);
            return Type.UNKNOWN;
        }
        return resolved(call, found.get(), call.arguments(), call.namespace().span().to(call.action().span()), flow);
    }

    Type type(Expression.FunctionCall call, Flow flow) {
        var found = context.vocabulary().find(PURE, call.function().text());
        if (found.isEmpty()) {
            unknownFunction(call);
            arguments.lookAt(call.arguments(), flow);
            return Type.UNKNOWN;
        }
        var type = resolved(call, found.get(), call.arguments(), call.function().span(), flow);
        new Lookups(context).check(call);
        return type;
    }

    private Type resolved(Expression call, Signature signature, List<Argument> given, Span word, Flow flow) {
        var parameters = signature.parameters().stream()
                .map(parameter -> new Arguments.Wanted(parameter.name(), parameter.type(), parameter.optional()))
                .toList();
        var inOrder = arguments.match("`" + signature.word() + "`", parameters, given, word, flow);
        inOrder.ifPresent(expressions -> context.tables().calls.put(call, new ResolvedCall(signature, expressions)));
        return answer(signature, inOrder);
    }

    private Type answer(Signature signature, Optional<List<Optional<Expression>>> arguments) {
        return arguments.map(all -> all.stream()
                .map(argument -> argument.flatMap(expressions::known).map(Types::present).orElse(null)).toList())
                .map(signature::answer).orElse(signature.answer());
    }

    private void unknownBuiltin(Expression.BuiltinCall call, Flow flow) {
        var namespace = call.namespace();
        var namespaces = context.vocabulary().all().stream().map(Signature::namespace).filter(name -> !name.isEmpty())
                .distinct().toList();
        if (!namespaces.contains(namespace.text())) {
            unknownNamespace(namespace, call.action(), namespaces, flow);
            return;
        }
        var actions = context.vocabulary().all().stream()
                .filter(signature -> signature.namespace().equals(namespace.text()) && !signature.internal())
                .map(Signature::name).toList();
        var internal = context.vocabulary().find(namespace.text(), call.action().text()).isPresent();
        context.error(CheckCode.UNKNOWN_BUILTIN, call.action().span(), internal
                ? "`" + namespace.text() + "." + call.action().text()
                        + "` is for rollbacks and Lifeboat itself; a runbook can't call it."
                : "There is no `" + namespace.text() + "." + call.action().text() + "`.",
                Nearest.hint(call.action().text(), actions)
                        .filter(hint -> !internal).or(() -> elsewhere(call.action())));
    }

    private void unknownNamespace(Name namespace, Name action, List<String> namespaces, Flow flow) {
        var field = flow.scope().find(namespace.text()).isPresent() || context.book().isStep(namespace.text());
        var hint = field
                ? Optional.of(Hint.of(
                        "`" + namespace.text() + "` is a value: its fields are written without parentheses."))
                : Nearest.hint(namespace.text(), namespaces).or(() -> elsewhere(action));
        context.error(CheckCode.UNKNOWN_BUILTIN, namespace.span(), "There is no namespace `" + namespace.text() + "`.",
                hint);
    }

    private Optional<Hint> elsewhere(Name action) {
        return context.vocabulary().all().stream()
                .filter(signature -> signature.name().equals(action.text()) && !signature.internal()).findFirst()
                .map(signature -> Hint.of("There is `" + signature.word() + "`."));
    }

    private void unknownFunction(Expression.FunctionCall call) {
        var name = call.function();
        var functions = context.vocabulary().all().stream().filter(signature -> signature.namespace().isEmpty())
                .map(Signature::name).toList();
        context.error(CheckCode.UNKNOWN_BUILTIN, name.span(), "There is no function `" + name.text() + "`.",
                Nearest.hint(name.text(), functions).or(() -> elsewhere(name)));
    }
}
