package dev.lifeboat.interpreter.check.paths;

import dev.lifeboat.grammar.tree.Expression;
import dev.lifeboat.grammar.tree.Item;
import dev.lifeboat.interpreter.check.Binding;
import dev.lifeboat.interpreter.check.CheckedStep;
import dev.lifeboat.interpreter.check.Draft;
import dev.lifeboat.interpreter.check.ResolvedPerform;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where on a path things are called, and what is meant by a name there.
 *
 * @param owner     the procedure that is performed, empty in the runbook itself
 * @param step      whose body or handlers it is, empty between steps
 * @param performed by which {@code perform}s it was come to, outermost first
 * @param given     what the procedure's parameters are, in the words of the runbook
 */
record Stage(Draft draft, String owner, String step, List<Item.Perform> performed, Map<String, String> given) {

    static Stage runbook(Draft draft) {
        return new Stage(draft, "", "", List.of(), Map.of());
    }

    Stage at(CheckedStep other) {
        return new Stage(draft, owner, other.name(), performed, given);
    }

    Stage inside(Item.Perform perform, ResolvedPerform resolved) {
        var names = new LinkedHashMap<String, String>();
        var parameters = resolved.procedure().parameters();
        for (var i = 0; i < parameters.size(); i++) {
            names.put(parameters.get(i).name().text(), written(resolved.arguments().get(i)));
        }
        return new Stage(draft, resolved.procedure().name().text(), "",
                Stream.concat(performed.stream(), Stream.of(perform)).toList(), names);
    }

    /** Only a wrong program performs a procedure inside itself. */
    boolean isInside(ResolvedPerform resolved) {
        return performed.stream().anyMatch(perform -> perform.procedure().text().equals(
                resolved.procedure().name().text()));
    }

    String written(Optional<Expression> argument) {
        return argument.map(this::written).orElse("");
    }

    private String written(Expression value) {
        return switch (value) {
            case Expression.Field field -> written(field.target()) + "." + field.name().text();
            case Expression.Reference name -> given.getOrDefault(name.name(), full(name));
            default -> value.span().text();
        };
    }

    /** What a body binds is written as later steps write it, and a loop's variable as what it goes over. */
    private String full(Expression.Reference name) {
        return draft.binding(name).map(binding -> switch (binding) {
            case Binding.Local local -> within(step + "." + local.name());
            case Binding.StepValue value -> within(value.name());
            case Binding.Round round -> "each of " + written(round.loop().list());
            case Binding.Param param -> param.name();
            case Binding.Implicit implicit -> implicit.name();
        }).orElse(name.name());
    }

    private String within(String name) {
        return owner.isEmpty() ? name : owner + "/" + name;
    }
}
