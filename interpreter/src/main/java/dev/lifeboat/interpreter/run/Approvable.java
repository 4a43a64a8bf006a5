package dev.lifeboat.interpreter.run;

import dev.lifeboat.grammar.tree.Expression.BuiltinCall;
import dev.lifeboat.grammar.tree.StepClauses;
import dev.lifeboat.interpreter.builtin.Signature;
import dev.lifeboat.interpreter.evaluate.Evaluator;
import dev.lifeboat.interpreter.evaluate.Frame;
import dev.lifeboat.interpreter.value.Texts;
import dev.lifeboat.interpreter.value.Value;
import dev.lifeboat.interpreter.world.People;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * What whoever approves a step is shown: the calls that will change something, and the facts that the decision rests
 * on.
 */
record Approvable(RunContext context, StepSite site) {

    /** Follows from an approval, and is therefore not shown in one. */
    static final String ACCEPTED_LOSS = "accepted_loss";

    People.ApprovalRequest request(StepClauses.Approval clause, Evaluator evaluator) {
        var calls = calls(evaluator);
        var facts = facts();
        return new People.ApprovalRequest(site.name(), site.title(), Approvals.names(clause.roles()), clause.needed(),
                calls, facts, ApprovalDigest.of(site.name(), site.title(), calls, facts));
    }

    private List<String> calls(Evaluator evaluator) {
        var frame = site.frame(context);
        site.step().known().forEach(let -> frame.bind(let.name().text(), evaluator.value(let.value(), frame)));
        return site.step().alterations().stream().map(call -> written(call, evaluator, frame)).toList();
    }

    private String written(BuiltinCall call, Evaluator evaluator, Frame frame) {
        var resolved = context.program.call(call);
        var values = evaluator.arguments(resolved, frame);
        var parameters = resolved.signature().parameters();
        var written = new ArrayList<String>();
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i) != null) {
                var name = i == 0 ? "" : parameters.get(i).name() + ": ";
                written.add(name + Texts.of(values.get(i)));
            }
        }
        return resolved.signature().word() + "(" + String.join(", ", written) + ")";
    }

    /** Those that the calls depend on, as the calls declare them; then the others that are known. */
    SequencedMap<String, String> facts() {
        var known = known();
        var facts = new LinkedHashMap<String, String>();
        for (var call : site.step().alterations()) {
            context.program.call(call).signature().facts().forEach(declared -> put(declared, known, facts));
        }
        known.forEach((name, value) -> facts.putIfAbsent(name, Texts.of(value)));
        return facts;
    }

    /** The facts that some builtin bases a decision on; what builtins tell each other besides would only distract. */
    private SequencedMap<String, Value> known() {
        var known = context.facts.known();
        known.keySet().retainAll(context.decisiveFacts());
        known.values().removeIf(Value.NONE::equals);
        return known;
    }

    /** @param declared see {@link Signature#facts}: {@code "fence: UNFENCED"} */
    private static void put(String declared, SequencedMap<String, Value> known, SequencedMap<String, String> facts) {
        var name = nameOf(declared);
        var value = known.get(name);
        facts.put(name, value == null ? declared.substring(name.length() + 1).strip() : Texts.of(value));
    }

    static String nameOf(String declared) {
        return declared.substring(0, declared.indexOf(':'));
    }
}
