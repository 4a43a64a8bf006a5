package dev.lifeboat.interpreter.check;

import dev.lifeboat.grammar.Diagnostic;
import dev.lifeboat.grammar.Span;
import dev.lifeboat.grammar.tree.Name;
import dev.lifeboat.interpreter.value.Type;
import java.util.Optional;

/** Binds names, and sees that none hides another. */
final class Binder {

    private final Context context;

    Binder(Context context) {
        this.context = context;
    }

    void bind(Binding binding, Name name, Type type, Flow flow) {
        var taken = flow.scope().find(name.text());
        if (taken.isPresent()) {
            hides(name, taken.get().declared(), taken.get().binding() instanceof Binding.Implicit);
        } else if (context.book().isStep(name.text())) {
            hides(name, context.book().declared(name.text()).map(Name::span), false);
        }
        flow.scope().enter(new Scope.Entry(binding, type, Optional.of(name.span())));
    }

    private void hides(Name name, Optional<Span> first, boolean implicit) {
        var message = implicit
                ? "`" + name.text() + "` is a name that every runbook has."
                : "`" + name.text() + "` is bound already.";
        var diagnostic = Diagnostic.error(CheckCode.NAME_TAKEN, message, name.span())
                .hint("Choose another name: one name means one thing wherever it can be seen.");
        context.findings().add(first.map(span -> diagnostic.label(span, "bound here first")).orElse(diagnostic));
    }
}
