package dev.lifeboat.interpreter.check.rules;

import dev.lifeboat.grammar.Diagnostic;
import dev.lifeboat.grammar.Nearest;
import dev.lifeboat.grammar.tree.Expression;
import dev.lifeboat.interpreter.check.CheckCode;
import dev.lifeboat.interpreter.check.Draft;
import dev.lifeboat.interpreter.check.Estate;
import dev.lifeboat.interpreter.check.Findings;
import dev.lifeboat.interpreter.check.Rule;
import java.util.LinkedHashSet;
import java.util.List;

/** Every role is held by somebody, and a message can reach one of them. Said once for each role. */
final class RolesAreHeld implements Rule {

    @Override
    public void check(Draft draft, Findings findings) {
        draft.estate().ifPresent(estate -> {
            var seen = new LinkedHashSet<String>();
            draft.nodes(Expression.Role.class)
                    .filter(role -> seen.add(role.name()))
                    .forEach(role -> check(role, estate, findings));
        });
    }

    private static void check(Expression.Role role, Estate estate, Findings findings) {
        var holders = estate.roles().getOrDefault(role.name(), List.of());
        if (holders.isEmpty()) {
            var diagnostic = Diagnostic.error(CheckCode.NO_SUCH_ROLE,
                    "Nobody holds the role `@" + role.name() + "` in the inventory.", role.span());
            findings.add(Nearest
                    .hint("@" + role.name(), estate.roles().sequencedKeySet().stream()
                            .filter(name -> !estate.roles().get(name).isEmpty()).map(name -> "@" + name).toList())
                    .map(diagnostic::hint)
                    .orElse(diagnostic.hint("Add it under `roles:` of the inventory, with those who hold it.")));
        } else if (holders.stream().noneMatch(estate.reachable()::contains)) {
            findings.warning(CheckCode.NO_CHANNEL, role.span(),
                    "No message can reach `@" + role.name() + "`: nobody who holds it has a channel.",
                    "Give " + String.join(" or ", holders) + " a channel under `people:` of the inventory.");
        }
    }
}
