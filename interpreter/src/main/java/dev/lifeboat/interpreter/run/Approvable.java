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
import java.util.Optional;
import java.util.SequencedMap;

/**
 * What whoever approves a step is shown: the calls that will change something, and the facts that the decision rests
 * on.
 */
record Approvable(RunContext context, StepSite site) {

    /** Follows from an approval, and is therefore not shown in one. */
    static final String ACCEPTED_LOSS = "accepted_loss";

    People.ApprovalRequest request(StepClauses.Approval clause, Evaluator evaluator) {
        var identities = new LinkedHashMap<String, String>();
        var calls = calls(evaluator, identities);
        var facts = facts();
        return new People.ApprovalRequest(site.name(), site.title(), Approvals.names(clause.roles()), clause.needed(),
                calls, identities, facts, ApprovalDigest.of(site.name(), site.title(), calls, identities, facts));
    }

    /** @param identities gets who is behind the names in them */
    private List<String> calls(Evaluator evaluator, SequencedMap<String, String> identities) {
        var frame = site.frame(context);
        site.step().known().forEach(let -> frame.bind(let.name().text(), evaluator.value(let.value(), frame)));
        return site.step().alterations().stream().map(call -> written(call, evaluator, frame, identities))
                .toList();
    }

    private String written(BuiltinCall call, Evaluator evaluator, Frame frame,
            SequencedMap<String, String> identities) {
        var resolved = context.program.call(call);
        var values = evaluator.arguments(resolved, frame);
        values.forEach(value -> identify(value, identities));
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

    private void identify(Value value, SequencedMap<String, String> identities) {
        switch (value) {
            case Value.Handle handle -> context.identities.of(handle.text())
                    .ifPresent(identity -> identities.put(handle.text(), identity));
            case Value.Listing list -> list.items().forEach(item -> identify(item, identities));
            case Value.Fields fields -> fields.fields().values().forEach(field -> identify(field, identities));
            case null, default -> {
            }
        }
    }

    /** Whether every name in them still leads to whom it led when somebody approved; one that was not known then may be now. */
    boolean leadsToTheSame(People.ApprovalRequest given) {
        return given.servers().entrySet().stream()
                .allMatch(server -> context.identities.of(server.getKey()).equals(Optional.of(server.getValue())));
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
