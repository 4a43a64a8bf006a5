package dev.lifeboat.interpreter.check;

import dev.lifeboat.grammar.tree.Expression;
import java.util.Optional;

/** The error that a value may not be there. */
final class Missing {

    private final Context context;

    Missing(Context context) {
        this.context = context;
    }

    /** Says so, with the reason where it is a step's. */
    void report(Expression value, Flow flow) {
        var message = "`" + value.span().text() + "` may not be there"
                + reason(value, flow).map(reason -> ": " + reason).orElse("") + ".";
        context.error(CheckCode.MAY_BE_MISSING, value.span(), message,
                "Give another value with `??`, or " + otherwise(value));
    }

    private String otherwise(Expression value) {
        var written = value.span().text();
        return stepOf(value)
                .map(step -> "make sure of it with `when " + step + ".succeeded` or `require " + step + ".succeeded`.")
                .orElse(Narrowing.path(value).isPresent()
                        ? "make sure of it with `require " + written + " != none`."
                        : "bind it with `let` and make sure that it is not `none`.");
    }

    private Optional<String> stepOf(Expression value) {
        if (value instanceof Expression.Field field) {
            return stepOf(field.target());
        }
        return value instanceof Expression.Reference reference
                && context.tables().bindings.get(reference) instanceof Binding.StepValue(var step, var shared)
                        ? Optional.of(step)
                        : Optional.empty();
    }

    private Optional<String> reason(Expression value, Flow flow) {
        return ofStep(value).or(() -> value instanceof Expression.Reference name
                ? flow.scope().find(name.name()).filter(Scope.Entry::doubtful)
                        .map(entry -> "the body may have ended before it was bound")
                : Optional.empty());
    }

    private Optional<String> ofStep(Expression value) {
        return stepOf(value).flatMap(step -> context.book().page(step)).flatMap(page -> {
            var skipped = page.ways().contains(Outcome.SKIPPED);
            var failed = page.ways().contains(Outcome.FAILED);
            var step = "step `" + page.step().name() + "` can ";
            return skipped && failed
                    ? Optional.of(step + "be skipped, or fail and go on")
                    : failed
                            ? Optional.of(step + "fail and go on")
                            : skipped ? Optional.of(step + "be skipped") : Optional.empty();
        });
    }
}
