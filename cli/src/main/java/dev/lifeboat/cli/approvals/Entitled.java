package dev.lifeboat.cli.approvals;

import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.grammar.Hint;
import dev.lifeboat.grammar.Nearest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Who may say yes to what, as the inventory's roles and its policy for approvals have it. */
public final class Entitled {
    private final Inventory inventory;
    private final String operator;

    public Entitled(Inventory inventory, String operator) {
        this.inventory = inventory;
        this.operator = operator;
    }

    /** Why an answer by this person does not count where the operator gives or records it; empty where it does. A full sentence. */
    public Optional<String> objection(String person, List<String> roles) {
        return objectionToSigned(person, roles).or(() -> person.equals(operator) || inventory.approvals().attest()
                ? Optional.empty()
                : Optional.of("The operator may not record the answer of `" + person
                        + "`: the inventory says `approvals: {attest: refuse}`."));
    }

    /** As {@link #objection}, where they have signed it themselves. */
    public Optional<String> objectionToSigned(String person, List<String> roles) {
        if (!inventory.people().containsKey(person)) {
            return Optional.of("The inventory has no person `" + person + "`. "
                    + Nearest.hint(person, inventory.people().keySet()).map(Hint::text).orElse(""));
        }
        if (roles.stream().noneMatch(role -> holders(role).contains(person))) {
            return Optional.of("`" + person + "` holds none of the roles that may answer: " + named(roles) + ".");
        }
        return person.equals(operator) && !inventory.approvals().self()
                ? Optional.of("`" + person
                        + "` is the operator of this run, and the inventory says `approvals: {self: refuse}`.")
                : Optional.empty();
    }

    /** Those whose answer would count where the operator gives or records it, as the inventory orders them. */
    public List<String> atTheTerminal(List<String> roles) {
        return allHolders(roles).filter(person -> objection(person, roles).isEmpty()).toList();
    }

    /** Those who have a key, and whose signed answer would count. */
    public List<String> toSign(List<String> roles) {
        return allHolders(roles).filter(person -> objectionToSigned(person, roles).isEmpty())
                .filter(person -> inventory.people().get(person).key().isPresent()).toList();
    }

    private Stream<String> allHolders(List<String> roles) {
        return roles.stream().flatMap(role -> holders(role).stream()).distinct();
    }

    private List<String> holders(String role) {
        return inventory.roles().getOrDefault(role, List.of());
    }

    private static String named(List<String> roles) {
        return String.join(", ", roles.stream().map(role -> "@" + role).toList());
    }
}
