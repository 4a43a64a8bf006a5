package dev.lifeboat.interpreter.builtin;

import dev.lifeboat.interpreter.value.Type;
import java.util.List;

/**
 * A builtin as checker, completion, {@code explain} and reference see it.
 *
 * @param namespace empty for the pure functions ({@code count}, {@code empty}, …)
 * @param answer    {@link Type#NO_ANSWER} where it answers nothing
 * @param answers   how the answer's type follows from the arguments; see {@link #answer(List)}
 * @param pure      whether it depends on its arguments alone, so that its calls need no journal
 * @param inverse   whether it registers how to take it back
 * @param facts     see {@link Builtin#facts}
 * @param changesIdentity see {@link Builtin#changesIdentity}
 */
public record Signature(String namespace, String name, Effect effect, List<Parameter> parameters, Type answer,
        Answers answers, boolean pure, String doc, String example,
        boolean idempotent, List<String> privileges, boolean inverse, boolean internal, List<String> facts,
        boolean changesIdentity) {

    public record Parameter(String name, Type type, boolean optional, String doc) {}

    public Signature {
        parameters = List.copyOf(parameters);
        privileges = List.copyOf(privileges);
        facts = List.copyOf(facts);
    }

    /** The type of the answer to arguments of these types; {@code null} stands for an optional one that is not given. */
    public Type answer(List<Type> arguments) {
        return switch (answers) {
            case AS_DECLARED -> answer;
            case AN_ELEMENT -> element(arguments.getFirst());
            case MAYBE_AN_ELEMENT -> new Type.Maybe(element(arguments.getFirst()));
            case THE_SAME -> arguments.getFirst();
        };
    }

    private static Type element(Type type) {
        return type instanceof Type.ListOf list ? list.element() : Type.UNKNOWN;
    }

    /** {@code mysql.promote}, or {@code count}. */
    public String word() {
        return namespace.isEmpty() ? name : namespace + "." + name;
    }
}
