package dev.lifeboat.cli.people;

import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.grammar.Hint;
import dev.lifeboat.grammar.Nearest;
import java.util.List;
import java.util.Optional;

/** Who may say yes to what, as the inventory's roles and its policy for approvals have it. */
public final class Entitled {
    private final Inventory inventory;
    private final String operator;

    public Entitled(Inventory inventory, String operator) {
        this.inventory = inventory;
        this.operator = operator;
    }

    /** Why an answer by this person does not count; empty where it does. A full sentence. */
    public Optional<String> objection(String person, List<String> roles) {
        if (!inventory.people().containsKey(person)) {
            return Optional.of("The inventory has no person `" + person + "`. "
                    + Nearest.hint(person, inventory.people().keySet()).map(Hint::text).orElse(""));
        }
        if (roles.stream().noneMatch(role -> holders(role).contains(person))) {
            return Optional.of("`" + person + "` holds none of the roles that may answer: " + named(roles) + ".");
        }
        if (person.equals(operator)) {
            return inventory.approvals().self()
                    ? Optional.empty()
                    : Optional.of("`" + person
                            + "` is the operator of this run, and the inventory says `approvals: {self: refuse}`.");
        }
        return inventory.approvals().attest()
                ? Optional.empty()
                : Optional.of("The operator may not record the answer of `" + person
                        + "`: the inventory says `approvals: {attest: refuse}`.");
    }

    /** Whether anybody holds one of the roles whose answer would count. */
    public boolean anybody(List<String> roles) {
        return roles.stream().flatMap(role -> holders(role).stream())
                .anyMatch(person -> objection(person, roles).isEmpty());
    }

    /** Those whose answer would count, as the inventory orders them. */
    List<String> entitled(List<String> roles) {
        return roles.stream().flatMap(role -> holders(role).stream()).distinct()
                .filter(person -> objection(person, roles).isEmpty()).toList();
    }

    private List<String> holders(String role) {
        return inventory.roles().getOrDefault(role, List.of());
    }

    private static String named(List<String> roles) {
        return String.join(", ", roles.stream().map(role -> "@" + role).toList());
    }
}
