package dev.lifeboat.cli;

import dev.lifeboat.builtins.Builtins;
import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.builtins.yaml.YamlCode;
import dev.lifeboat.cli.Arguments.Argument;
import dev.lifeboat.cli.files.FileCode;
import dev.lifeboat.cli.files.UsageProblem;
import dev.lifeboat.grammar.Code;
import dev.lifeboat.grammar.Hint;
import dev.lifeboat.grammar.Nearest;
import dev.lifeboat.grammar.SyntaxCode;
import dev.lifeboat.interpreter.builtin.Signature;
import dev.lifeboat.interpreter.check.CheckCode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;

/** `lifeboat explain`: the page of a diagnostic's code, or of a builtin. */
final class ExplainCommand implements Command {
    private final Arguments arguments = Arguments.of(this, "explain",
            "Explains a code of a diagnostic, such as LB301, or a builtin, such as mysql.promote.");

    private final Argument<String> topic = arguments.word("TOPIC", "A code or a builtin.");

    @Override
    public CommandSpec spec() {
        return arguments.spec();
    }

    @Override
    public Integer call() {
        SequencedMap<String, String> pages = pages();
        String page = pages.entrySet().stream().filter(entry -> entry.getKey().equalsIgnoreCase(topic.value()))
                .map(java.util.Map.Entry::getValue).findFirst().orElseThrow(() -> unknown(pages));
        Output.of(spec()).out().println(page.strip());
        return ExitStatus.OK;
    }

    private UsageProblem unknown(SequencedMap<String, String> pages) {
        String wanted = topic.value().toLowerCase(Locale.ROOT);
        return new UsageProblem("There is nothing called `" + topic.value() + "` to explain. "
                + Nearest.hint(wanted, pages.keySet()).map(Hint::text)
                        .orElse("Codes begin with LB; builtins are written `namespace.word`."));
    }

    private static SequencedMap<String, String> pages() {
        SequencedMap<String, String> pages = new LinkedHashMap<>();
        Stream.<Code[]>of(FileCode.values(), SyntaxCode.values(), CheckCode.values(), YamlCode.values())
                .flatMap(Arrays::stream)
                .forEach(code -> pages.put(code.id(), code.explanation()));
        Builtins.registry(Inventory.EMPTY).all().stream().filter(builtin -> !builtin.internal())
                .forEach(builtin -> pages.put(builtin.word(), page(builtin)));
        return pages;
    }

    private static String page(Signature builtin) {
        StringBuilder page = new StringBuilder(builtin.word() + "(" + parameters(builtin.parameters()) + ") -> "
                + builtin.answer() + "\n\n" + builtin.doc() + "\n");
        page.append("\nEffect: ").append(builtin.effect().name().toLowerCase(Locale.ROOT))
                .append(builtin.idempotent() ? ", idempotent" : ", not idempotent").append(".\n");
        builtin.parameters()
                .forEach(parameter -> page.append("  ").append(parameter.name()).append(": ").append(parameter.type())
                        .append(parameter.optional() ? ", optional. " : ". ").append(parameter.doc()).append('\n'));
        if (!builtin.privileges().isEmpty()) {
            page.append("Privileges: ").append(String.join(", ", builtin.privileges())).append(".\n");
        }
        return page.append("\nExample:\n\n    ").append(builtin.example()).toString();
    }

    private static String parameters(List<Signature.Parameter> parameters) {
        return String.join(", ",
                parameters.stream().map(parameter -> parameter.name() + (parameter.optional() ? "?" : "")).toList());
    }
}
