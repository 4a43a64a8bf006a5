package dev.lifeboat.interpreter.check;

import dev.lifeboat.grammar.Diagnostic;
import dev.lifeboat.grammar.Nearest;
import dev.lifeboat.grammar.tree.Expression;
import dev.lifeboat.interpreter.value.Type;
import java.util.ArrayList;

/** What names mean. */
final class Names {

    private final Context context;

    Names(Context context) {
        this.context = context;
    }

    Type type(Expression.Reference reference, Flow flow) {
        var found = flow.scope().find(reference.name());
        if (found.isPresent()) {
            context.tables().bindings.put(reference, found.get().binding());
            return narrowed(found.get().type(), reference, flow);
        }
        return context.book().isStep(reference.name()) ? step(reference, flow) : unknown(reference, flow);
    }

    private Type step(Expression.Reference reference, Flow flow) {
        if (context.gaps().misnested()) {
            return Type.UNKNOWN;
        }
        var page = context.book().page(reference.name());
        if (page.isEmpty()) {
            if (context.book().miss(reference.name())) {
                context.findings().add(tooEarly(reference));
            }
            return Type.UNKNOWN;
        }
        context.tables().bindings.put(reference,
                new Binding.StepValue(reference.name(), context.book().shared(page.get().step())));
        return context.book().type(page.get(), flow.facts());
    }

    private Diagnostic tooEarly(Expression.Reference reference) {
        var declared = context.book().declared(reference.name()).orElseThrow();
        var message = "Step `" + reference.name() + "` can't have run when its value is used here.";
        return Diagnostic.error(CheckCode.USED_TOO_EARLY, message, reference.span())
                .label(declared.span(), "`" + reference.name() + "` stands here")
                .hint("A step can use the values of steps before it, and inside a `for each` those of its own round.");
    }

    private Type unknown(Expression.Reference reference, Flow flow) {
        var name = reference.name();
        if (context.vocabulary().implicitNames().containsKey(name)) {
            return context.error(CheckCode.NO_SUCH_OBJECTIVE, reference.span(), "This runbook has no `" + name + "`.",
                    "Add it to the header, such as `" + name + " 30m`.");
        }
        var known = new ArrayList<>(flow.scope().names());
        known.addAll(context.book().names());
        return context.error(CheckCode.UNKNOWN_NAME, reference.span(), "Nothing is called `" + name + "` here.",
                Nearest.hint(name, known));
    }

    /** Without the doubt, where it is known that the value is there. */
    static Type narrowed(Type type, Expression value, Flow flow) {
        return type instanceof Type.Maybe maybe && Narrowing.path(value).filter(flow.facts()::present).isPresent()
                ? maybe.type()
                : type;
    }
}
