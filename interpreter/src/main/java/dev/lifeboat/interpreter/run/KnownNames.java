package dev.lifeboat.interpreter.run;

import dev.lifeboat.grammar.tree.Declaration;
import dev.lifeboat.grammar.tree.Expression;
import dev.lifeboat.grammar.tree.Expression.DurationLiteral;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.evaluate.Evaluator;
import dev.lifeboat.interpreter.evaluate.Frame;
import dev.lifeboat.interpreter.value.Value;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/** The implicit names and the runbook's parameters. All but {@code incident} stay as they are when the run begins. */
final class KnownNames {

    private final RunContext context;
    private final SequencedMap<String, Value> fixed = new LinkedHashMap<>();

    KnownNames(RunContext context) {
        this.context = context;
        var header = context.program.tree().header();
        fixed.putAll(context.settings.names());
        fixed.put("rto", span(header.rto()));
        fixed.put("rpo", span(header.rpo()));
        fixed.computeIfAbsent("run", name -> run());
    }

    private static Value span(Optional<DurationLiteral> literal) {
        return literal.<Value>map(found -> new Value.Span(found.value())).orElse(Value.NONE);
    }

    private Value run() {
        var settings = context.settings;
        var fields = new LinkedHashMap<String, Value>();
        fields.put("id", new Value.Text(settings.id()));
        fields.put("started", new Value.Timestamp(context.clock().now()));
        fields.put("operator", new Value.Text(settings.operator()));
        fields.put("simulated", Value.of(settings.simulated()));
        return new Value.Fields("run", fields);
    }

    /**
     * Gives the parameters that were not given their initial values.
     *
     * @throws Failure where one has none
     */
    void initialize(Frame frame) {
        var evaluator = new Evaluator(context.program,
                (signature, arguments) -> context.call(new Gate.Site("", false), signature, arguments));
        for (var declaration : context.program.tree().declarations()) {
            if (declaration instanceof Declaration.Param param && !fixed.containsKey(param.name().text())) {
                var value = evaluator.value(initial(param), frame);
                fixed.put(param.name().text(), value);
                context.record(new Event.Bound("", param.name().text(), value));
            }
        }
    }

    private static Expression initial(Declaration.Param param) {
        var name = param.name().text();
        return param.initial().orElseThrow(() -> Failure.of("The runbook's parameter `" + name + "` was not given.")
                .hint("Give it: `--param " + name + "=…`."));
    }

    /** As the run began. */
    SequencedMap<String, Value> atTheStart() {
        return new LinkedHashMap<>(fixed);
    }

    Optional<Value> find(String name) {
        return name.equals(Incident.NAME)
                ? Optional.of(context.incident.value(""))
                : Optional.ofNullable(fixed.get(name));
    }
}
