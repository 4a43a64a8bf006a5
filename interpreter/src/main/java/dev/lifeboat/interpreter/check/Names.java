package dev.lifeboat.interpreter.check;

import dev.lifeboat.grammar.Nearest;
import dev.lifeboat.grammar.tree.Expression;
import dev.lifeboat.interpreter.value.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What names, fields and the words of enumerations mean. */
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
        var page = context.book().page(reference.name());
        if (page.isEmpty()) {
            context.findings().add(tooEarly(reference));
            return Type.UNKNOWN;
        }
        context.tables().bindings.put(reference,
                new Binding.StepValue(reference.name(), context.book().shared(page.get().step())));
        return context.book().type(page.get(), flow.facts());
    }

    private dev.lifeboat.grammar.Diagnostic tooEarly(Expression.Reference reference) {
        var declared = context.book().declared(reference.name()).orElseThrow();
        var message = "Step `" + reference.name() + "` can't have run when its value is used here.";
        return dev.lifeboat.grammar.Diagnostic.error(CheckCode.USED_TOO_EARLY, message, reference.span())
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

    Type field(Expression.Field field, Type target, Flow flow) {
        if (target instanceof Type.RecordOf fields) {
            var type = fields.fields().get(field.name().text());
            return type == null
                    ? noField(field, target, List.copyOf(fields.fields().sequencedKeySet()))
                    : narrowed(type, field, flow);
        }
        return Types.isUnknown(target) ? target : noField(field, target, List.of());
    }

    private Type noField(Expression.Field field, Type target, List<String> fields) {
        var name = field.name().text();
        var hint = Nearest.hint(name, fields).or(() -> fields.isEmpty()
                ? ofElements(field, target)
                : Optional.of("There are `" + String.join("`, `", fields) + "`."));
        return context.error(CheckCode.UNKNOWN_FIELD, field.name().span(),
                capitalized(Types.named(target)) + " has no field `" + name + "`.", hint);
    }

    private static Optional<String> ofElements(Expression.Field field, Type target) {
        return target instanceof Type.ListOf
                ? Optional.of("It is a list: write `[x." + field.name().text() + " for x in "
                        + field.target().span().text() + "]` for the fields of its elements.")
                : Optional.empty();
    }

    private static String capitalized(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private static Type narrowed(Type type, Expression value, Flow flow) {
        return type instanceof Type.Maybe maybe && Narrowing.path(value).filter(flow.facts()::present).isPresent()
                ? maybe.type()
                : type;
    }

    /** A word of an enumeration: of the expected one, else of the only one that has it. */
    Type type(Expression.Constant constant, Type expected) {
        if (expected instanceof Type.WordsOf words) {
            return words.words().contains(constant.name()) ? words : notAWord(constant, words);
        }
        var candidates = context.types().withWord(constant.name());
        return switch (candidates.size()) {
            case 0 -> context.error(CheckCode.UNKNOWN_WORD, constant.span(),
                    "No enumeration has the word `" + constant.name() + "`.",
                    Nearest.hint(constant.name(), context.types().words()));
            case 1 -> candidates.getFirst();
            default -> Types.isUnknown(expected) ? ambiguous(constant, candidates) : candidates.getFirst();
        };
    }

    private Type notAWord(Expression.Constant constant, Type.WordsOf words) {
        return context.error(CheckCode.UNKNOWN_WORD, constant.span(),
                "`" + constant.name() + "` is none of the words of `" + words.name() + "`.",
                Nearest.hint(constant.name(), words.words()).or(() -> Optional.of("They are " + words.listed() + ".")));
    }

    private Type ambiguous(Expression.Constant constant, List<Type.WordsOf> candidates) {
        var names = candidates.stream().map(words -> "`" + words.name() + "`").toList();
        return context.error(CheckCode.UNKNOWN_WORD, constant.span(),
                "`" + constant.name() + "` is a word of " + String.join(" and ", names)
                        + ", and nothing here says which is meant.");
    }

    /** The error that a value may not be there, with the reason where it is a step's. */
    void mayBeMissing(Expression value, Flow flow) {
        var written = value.span().text();
        var message = "`" + written + "` may not be there" + reason(value).map(reason -> ": " + reason).orElse("")
                + ".";
        context.error(CheckCode.MAY_BE_MISSING, value.span(), message, stepOf(value)
                .map(step -> "Give another value with `??`, or make sure of it with `when " + step
                        + ".succeeded` or `require " + step + ".succeeded`.")
                .orElse("Give another value with `??`, or make sure of it with `require " + written + " != none`."));
    }

    private Optional<String> stepOf(Expression value) {
        return switch (value) {
            case Expression.Field field -> stepOf(field.target());
            case Expression.Reference reference -> context.book().page(reference.name()).map(page -> reference.name())
                    .filter(name -> context.tables().bindings.get(reference) instanceof Binding.StepValue);
            default -> Optional.empty();
        };
    }

    private Optional<String> reason(Expression value) {
        return stepOf(value).flatMap(step -> context.book().page(step)).map(page -> {
            var skipped = page.ways().contains(Outcome.SKIPPED);
            var failed = page.ways().contains(Outcome.FAILED);
            var name = "step `" + page.step().name() + "` can ";
            return skipped && failed
                    ? name + "be skipped, or fail and go on"
                    : failed ? name + "fail and go on" : skipped ? name + "be skipped" : "the answer can be without it";
        });
    }
}
