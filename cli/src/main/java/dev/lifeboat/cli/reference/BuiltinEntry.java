package dev.lifeboat.cli.reference;

import dev.lifeboat.interpreter.builtin.Answers;
import dev.lifeboat.interpreter.builtin.Effect;
import dev.lifeboat.interpreter.builtin.Signature;
import dev.lifeboat.interpreter.value.Type;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a reference says of a builtin. */
record BuiltinEntry(Signature builtin, TypeEntry types) {

    /** @param heading such as {@code ###} */
    String text(String heading) {
        return heading + " " + Markdown.code(builtin.word()) + "\n\n" + builtin.doc() + "\n\n"
                + block("", signature()) + parameters() + answer() + "\n" + properties() + "\n"
                + block("runbook", builtin.example());
    }

    private static String block(String language, String text) {
        return "```" + language + "\n" + text + "\n```\n";
    }

    /** As in {@code mysql.elect(cluster: cluster, prefer: optional server) -> election}. */
    private String signature() {
        String parameters = builtin.parameters().stream()
                .map(parameter -> parameter.name() + ": " + (parameter.optional() ? "optional " : "")
                        + name(parameter.type()))
                .collect(Collectors.joining(", "));
        return builtin.word() + "(" + parameters + ")" + (answersNothing() ? "" : " -> " + answered());
    }

    private boolean answersNothing() {
        return builtin.answer().equals(Type.NO_ANSWER);
    }

    /** What fits everywhere is not known, or is not limited. */
    private static String name(Type type) {
        return type.toString().replace(Type.UNKNOWN.name(), "any");
    }

    private String answered() {
        return switch (builtin.answers()) {
            case AS_DECLARED -> name(builtin.answer());
            case AN_ELEMENT -> "an element of the list";
            case MAYBE_AN_ELEMENT -> "an element of the list, or none";
            case THE_SAME -> "a list of the same type";
        };
    }

    private String parameters() {
        if (builtin.parameters().isEmpty()) {
            return "";
        }
        Table table = Table.of("parameter", "type", "");
        builtin.parameters().forEach(parameter -> table.row(Markdown.code(parameter.name()),
                Markdown.code(name(parameter.type())), (parameter.optional() ? "Optional. " : "") + parameter.doc()));
        return "\n" + table;
    }

    private String answer() {
        return builtin.answers() == Answers.AS_DECLARED ? types.describe(builtin.answer()) : "";
    }

    private String properties() {
        StringBuilder text = new StringBuilder(effect());
        if (!builtin.privileges().isEmpty()) {
            text.append("- Privileges: ").append(codes(builtin.privileges())).append(".\n");
        }
        if (!builtin.facts().isEmpty()) {
            text.append("- An approval shows: ").append(builtin.facts().stream().map(BuiltinEntry::fact)
                    .collect(Collectors.joining(", "))).append(".\n");
        }
        return text.toString();
    }

    private String effect() {
        String effect = "- Effect: " + builtin.effect().name().toLowerCase(Locale.ROOT);
        if (builtin.pure()) {
            return "- Pure: it depends on its arguments alone.\n";
        }
        return effect + (builtin.effect() == Effect.CHANGES ? inverse() : "")
                + (builtin.effect().alters() ? idempotent() : "") + ".\n";
    }

    private String inverse() {
        return builtin.inverse()
                ? "; registers its inverse"
                : "; has no inverse, so its step needs `undo`, `irreversible` or `keep`";
    }

    private String idempotent() {
        return builtin.idempotent() ? "; doing it twice does no harm" : "; must not be done twice";
    }

    /** {@code "fence: UNFENCED"} is shown so where nothing is known. */
    private static String fact(String declared) {
        String[] parts = declared.split(": ", 2);
        return Markdown.code(parts[0]) + " (" + parts[1] + " where nothing is known)";
    }

    private static String codes(List<String> texts) {
        return texts.stream().map(Markdown::code).collect(Collectors.joining(", "));
    }
}
