package dev.lifeboat.interpreter.check;

import dev.lifeboat.grammar.Hint;
import dev.lifeboat.grammar.Nearest;
import dev.lifeboat.grammar.tree.Expression;
import dev.lifeboat.interpreter.value.Type;
import java.util.List;
import java.util.Optional;

/** The fields of records, and of steps. */
final class Fields {

    private final Context context;

    Fields(Context context) {
        this.context = context;
    }

    /** @param target the type of what stands before the point */
    Type type(Expression.Field field, Type target, Flow flow) {
        if (target instanceof Type.RecordOf fields) {
            var type = fields.fields().get(field.name().text());
            return type == null
                    ? noField(field, target, List.copyOf(fields.fields().sequencedKeySet()))
                    : Names.narrowed(type, field, flow);
        }
        return Types.isUnknown(target) ? target : noField(field, target, List.of());
    }

    private Type noField(Expression.Field field, Type target, List<String> fields) {
        var name = field.name().text();
        var hint = Nearest.hint(name, fields).or(() -> fields.isEmpty()
                ? ofElements(field, target)
                : Optional.of(Hint.of("There are `" + String.join("`, `", fields) + "`.")));
        return context.error(CheckCode.UNKNOWN_FIELD, field.name().span(),
                owner(field, target) + " has no field `" + name + "`.", hint);
    }

    private static Optional<Hint> ofElements(Expression.Field field, Type target) {
        return target instanceof Type.ListOf
                ? Optional.of(Hint.of("It is a list: write `[x." + field.name().text() + " for x in "
                        + field.target().span().text() + "]` for the fields of its elements."))
                : Optional.empty();
    }

    private String owner(Expression.Field field, Type target) {
        return field.target() instanceof Expression.Reference name
                && context.tables().bindings.get(name) instanceof Binding.StepValue
                && target instanceof Type.RecordOf
                        ? "Step `" + name.name() + "`"
                        : Types.capitalized(Types.named(target));
    }
}
