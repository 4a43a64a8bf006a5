package dev.lifeboat.interpreter.builtin;

import dev.lifeboat.interpreter.value.Type;
import java.util.List;

/**
 * A builtin as checker, completion, {@code explain} and reference see it.
 *
 * @param namespace empty for the pure functions ({@code count}, {@code empty}, …)
 * @param answer    {@link Type#NO_ANSWER} where it answers nothing
 * @param inverse   whether it registers how to take it back
 * @param facts     see {@link Builtin#facts}
 */
public record Signature(String namespace, String name, Effect effect, List<Parameter> parameters, Type answer,
        String doc, String example,
        boolean idempotent, List<String> privileges, boolean inverse, boolean internal, List<String> facts) {

    public record Parameter(String name, Type type, boolean optional, String doc) {}

    /** {@code mysql.promote}, or {@code count}. */
    public String word() {
        return namespace.isEmpty() ? name : namespace + "." + name;
    }
}
