package dev.lifeboat.interpreter.run;

import dev.lifeboat.grammar.tree.Declaration;
import dev.lifeboat.interpreter.world.People.Delivery;
import dev.lifeboat.interpreter.world.People.Recipient;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Who is told when a role is. A drill reaches no customer and nobody above the team: not by their roles, and not as a
 * holder of a role of the team, unless they belong to it.
 */
final class Audience {

    private final RunContext context;
    /** Those on the first rung of the ladder: the team that drills. */
    private final Set<String> team = new LinkedHashSet<>();
    /** Customers, and whoever stands above the first rung. */
    private final Set<String> outsiders = new LinkedHashSet<>();

    Audience(RunContext context) {
        this.context = context;
        var rungs = context.program.escalation().map(ladder -> ladder.rungs()).orElse(List.of());
        rungs.stream().limit(1).forEach(rung -> team.addAll(Approvals.names(rung.roles())));
        rungs.stream().skip(1).forEach(rung -> outsiders.addAll(Approvals.names(rung.roles())));
        for (var declaration : context.program.tree().declarations()) {
            if (declaration instanceof Declaration.Updates updates) {
                outsiders.addAll(Approvals.names(updates.roles()));
            }
        }
        outsiders.removeAll(team);
    }

    /** @param turn which of those that may be told, from 0; behind the last one comes the first again */
    List<Recipient> recipients(List<String> roles, int turn) {
        var recipients = new ArrayList<Recipient>();
        for (var role : roles) {
            var holders = reachable(role);
            if (!holders.isEmpty()) {
                recipients.add(new Recipient(role, holders.get(turn % holders.size())));
            }
        }
        return recipients;
    }

    int mostHolders(List<String> roles) {
        return roles.stream().mapToInt(role -> reachable(role).size()).max().orElse(0);
    }

    /** Why those roles of which nobody is told are left out. */
    List<Delivery> leftOut(List<String> roles) {
        return roles.stream().filter(role -> reachable(role).isEmpty())
                .map(role -> new Delivery(role, "", "", false, reason(role))).toList();
    }

    private String reason(String role) {
        return context.people().holders(role).isEmpty()
                ? "Nobody holds this role in the inventory."
                : "A drill reaches no customer and nobody above the team.";
    }

    private List<String> reachable(String role) {
        var holders = context.people().holders(role);
        if (!context.settings.drill()) {
            return holders;
        }
        return outsiders.contains(role)
                ? List.of()
                : holders.stream().filter(person -> holds(person, team) || !holds(person, outsiders)).toList();
    }

    private boolean holds(String person, Set<String> roles) {
        return roles.stream().anyMatch(role -> context.people().holders(role).contains(person));
    }
}
