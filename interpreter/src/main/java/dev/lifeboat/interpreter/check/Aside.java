package dev.lifeboat.interpreter.check;

import dev.lifeboat.grammar.Diagnostic;
import dev.lifeboat.grammar.RunbookSyntax;
import dev.lifeboat.grammar.Source;
import dev.lifeboat.grammar.tree.Expression;
import dev.lifeboat.grammar.tree.Item;
import dev.lifeboat.grammar.tree.SourceFile;
import dev.lifeboat.grammar.tree.Statement;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.builtin.Signature;
import dev.lifeboat.interpreter.evaluate.Frame;
import dev.lifeboat.interpreter.value.Type;
import dev.lifeboat.interpreter.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An expression that nobody wrote into the runbook, checked as if it stood before one of its items. Servers can be named in it as they are called.
 *
 * @param program the runbook, which knows of the expression too
 */
public record Aside(CheckedRunbook program, Expression expression, Map<String, Value> servers) {

    /** What an expression is written into, so that it can be read. */
    private static final String AROUND = "runbook aside \"Aside\"\nversion \"1\"\nowner @nobody\n"
            + "phase aside \"Aside\" {\nstep aside \"Aside\" {\nlet aside = %s\n}\n}\n";

    /** @throws Failure where the text is no expression */
    static Expression read(String text) {
        var parsed = RunbookSyntax.parse(Source.of("what was typed", AROUND.formatted(text)));
        return parsed.tree().filter(tree -> parsed.diagnostics().stream().noneMatch(Diagnostic::isError))
                .flatMap(tree -> statements(tree).size() == 1 ? statements(tree).stream().findFirst() : none())
                .map(statement -> ((Statement.Let) statement).value())
                .orElseThrow(() -> parsed.diagnostics().isEmpty()
                        ? Failure.of("`" + text + "` is more than one expression.")
                        : failure(parsed.diagnostics().getFirst()));
    }

    private static Optional<Statement> none() {
        return Optional.empty();
    }

    private static List<Statement> statements(SourceFile tree) {
        return tree instanceof SourceFile.Runbook runbook
                && runbook.phases().size() == 1 && runbook.phases().getFirst().items().size() == 1
                && runbook.phases().getFirst().items().getFirst() instanceof Item.Step step
                        ? step.body().orElseThrow().statements()
                        : List.of();
    }

    /** Enters the servers of the inventory, except where their name means something else. */
    static Map<String, Value> servers(Context context, Flow flow) {
        var servers = new LinkedHashMap<String, Value>();
        context.estate().map(estate -> estate.named().getOrDefault("server", List.of())).orElse(List.of()).stream()
                .filter(name -> flow.scope().find(name).isEmpty() && !context.book().isStep(name))
                .forEach(name -> servers.put(name, new Value.Handle("server", name)));
        servers.keySet().forEach(name -> flow.scope()
                .enter(new Scope.Entry(new Binding.Local(name), new Type.Plain("server"), Optional.empty())));
        return servers;
    }

    /** Where the expression finds the values of its names. */
    public Frame frame(Frame around) {
        var frame = around.inner();
        servers.forEach(frame::bind);
        return frame;
    }

    static Failure failure(Diagnostic problem) {
        return Failure.of(problem.message()).hint(problem.hint().orElse(""));
    }

    /** The builtins and functions that are called in it. */
    public Stream<Signature> calls() {
        return TreeWalk.within(expression).flatMap(node -> switch (node) {
            case Expression.BuiltinCall call -> Stream.of(program.call(call).signature());
            case Expression.FunctionCall call -> Stream.of(program.call(call).signature());
            default -> Stream.empty();
        });
    }
}
