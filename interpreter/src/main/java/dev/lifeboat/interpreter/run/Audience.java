package dev.lifeboat.interpreter.run;

import dev.lifeboat.grammar.tree.Declaration;
import dev.lifeboat.interpreter.check.CheckedRunbook;
import dev.lifeboat.interpreter.world.People.Delivery;
import dev.lifeboat.interpreter.world.People.Recipient;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Who is told when a role is. A drill reaches no customer and nobody above the team: not by their roles, and not as a
 * holder of a role of the team, unless they belong to it.
 */
public final class Audience {

    private final boolean drill;
    private final Function<String, List<String>> holders;
    /** Those on the first rung of the ladder: the team that drills. */
    private final Set<String> team = new LinkedHashSet<>();
    /** Customers, and whoever stands above the first rung. */
    private final Set<String> outsiders = new LinkedHashSet<>();

    /** @param holders of a role, whoever is told first at the front */
    public Audience(CheckedRunbook program, boolean drill, Function<String, List<String>> holders) {
        this.drill = drill;
        this.holders = holders;
        var rungs = program.escalation().map(ladder -> ladder.rungs()).orElse(List.of());
        rungs.stream().limit(1).forEach(rung -> team.addAll(Approvals.names(rung.roles())));
        rungs.stream().skip(1).forEach(rung -> outsiders.addAll(Approvals.names(rung.roles())));
        for (var declaration : program.tree().declarations()) {
            if (declaration instanceof Declaration.Updates updates) {
                outsiders.addAll(Approvals.names(updates.roles()));
            }
        }
        outsiders.removeAll(team);
    }

    /** @param turn which of those that may be told, from 0; behind the last one comes the first again */
    public List<Recipient> recipients(List<String> roles, int turn) {
        var recipients = new ArrayList<Recipient>();
        for (var role : roles) {
            var holders = reachable(role);
            if (!holders.isEmpty()) {
                recipients.add(new Recipient(role, holders.get(turn % holders.size())));
            }
        }
        return recipients;
    }

    public int mostHolders(List<String> roles) {
        return roles.stream().mapToInt(role -> reachable(role).size()).max().orElse(0);
    }

    /** Why those roles of which nobody is told are left out. */
    public List<Delivery> leftOut(List<String> roles) {
        return roles.stream().filter(role -> reachable(role).isEmpty())
                .map(role -> new Delivery(role, "", "", false, reason(role))).toList();
    }

    private String reason(String role) {
        return holders.apply(role).isEmpty()
                ? "Nobody holds this role in the inventory."
                : "A drill reaches no customer and nobody above the team.";
    }

    private List<String> reachable(String role) {
        var all = holders.apply(role);
        if (!drill) {
            return all;
        }
        return outsiders.contains(role)
                ? List.of()
                : all.stream().filter(person -> holds(person, team) || !holds(person, outsiders)).toList();
    }

    private boolean holds(String person, Set<String> roles) {
        return roles.stream().anyMatch(role -> holders.apply(role).contains(person));
    }
}
