package dev.lifeboat.interpreter.check;

import dev.lifeboat.grammar.Diagnostic;
import dev.lifeboat.grammar.Span;
import dev.lifeboat.grammar.tree.Name;
import dev.lifeboat.interpreter.value.Type;
import java.util.Optional;

/** Binds names, and sees that none hides another. */
final class Binder {

    private static final String OTHER_NAME = "Choose another name: one name means one thing wherever it can be seen.";

    private final Context context;

    Binder(Context context) {
        this.context = context;
    }

    void bind(Binding binding, Name name, Type type, Flow flow) {
        var taken = flow.scope().find(name.text());
        if (taken.isPresent()) {
            hides(name, taken.get().declared(), taken.get().binding() instanceof Binding.Implicit);
        } else if (context.book().isStep(name.text())) {
            isStep(name);
        }
        flow.scope().enter(new Scope.Entry(binding, type, Optional.of(name.span())));
    }

    private void isStep(Name name) {
        var step = context.book().declared(name.text()).orElseThrow();
        context.findings().add(Diagnostic
                .error(CheckCode.NAME_TAKEN, "`" + name.text() + "` is the name of a step.", name.span())
                .label(step.span(), "this step").hint(OTHER_NAME));
    }

    private void hides(Name name, Optional<Span> first, boolean implicit) {
        var message = implicit
                ? "`" + name.text() + "` is a name that every runbook has."
                : "`" + name.text() + "` is bound already.";
        var diagnostic = Diagnostic.error(CheckCode.NAME_TAKEN, message, name.span())
                .hint(OTHER_NAME);
        context.findings().add(first.map(span -> diagnostic.label(span, "bound here first")).orElse(diagnostic));
    }
}
