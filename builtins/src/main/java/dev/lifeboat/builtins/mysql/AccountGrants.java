package dev.lifeboat.builtins.mysql;

import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.interpreter.builtin.Signature;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What Lifeboat's account has to be granted for some words, and which of them is why; no more than that. */
public final class AccountGrants {
    private static final String EVERY_RUN = "Every run looks at servers, and keeps a schema of its own.";
    private static final String ADMIN = "The inventory has administrative ports, by which it gets in when all other connections are taken.";
    private static final int MOST_WORDS = 12;
    private final List<Group> groups;

    /** @param why a sentence for people */
    private record Group(String why, List<Privilege> privileges) {
        Group(String why, String... privileges) {
            this(why, Stream.of(privileges).map(Privilege::of).toList());
        }
    }

    private AccountGrants(List<Group> groups) {
        this.groups = List.copyOf(groups);
    }

    /** @param cluster whose servers it is for */
    public static AccountGrants of(Collection<Signature> words, Inventory.Cluster cluster) {
        boolean admin = Stream.of(cluster.servers(), cluster.spares()).flatMap(servers -> servers.values().stream())
                .anyMatch(server -> server.admin().isPresent());
        return of(words, admin);
    }

    /** @param admin whether it comes in by administrative ports, too */
    public static AccountGrants of(Collection<Signature> words, boolean admin) {
        List<Group> groups = new ArrayList<>(List.of(new Group(EVERY_RUN, "SELECT ON performance_schema.*",
                "SELECT ON lifeboat.*", "INSERT ON lifeboat.*", "DELETE ON lifeboat.*", "CREATE ON lifeboat.*",
                "EVENT ON lifeboat.*", "SELECT ON lifeboat_restore.*")));
        if (admin) {
            groups.add(new Group(ADMIN, "SERVICE_CONNECTION_ADMIN"));
        }
        groups.addAll(byWords(words));
        return new AccountGrants(uncovered(groups));
    }

    /** Whoever has a privilege everywhere has it in each place. */
    private static List<Group> uncovered(List<Group> groups) {
        List<Privilege> all = groups.stream().flatMap(group -> group.privileges().stream()).toList();
        return groups.stream()
                .map(group -> new Group(group.why(),
                        group.privileges().stream()
                                .filter(one -> all.stream().noneMatch(other -> !other.equals(one) && other.covers(one)))
                                .toList()))
                .filter(group -> !group.privileges().isEmpty()).toList();
    }

    /** What the same words need stands together. */
    private static List<Group> byWords(Collection<Signature> words) {
        SequencedMap<Privilege, SequencedSet<String>> needed = new LinkedHashMap<>();
        words.forEach(word -> word.privileges().forEach(privilege -> needed
                .computeIfAbsent(Privilege.of(privilege), any -> new TreeSet<>()).add(word.word())));
        SequencedMap<SequencedSet<String>, List<Privilege>> groups = new LinkedHashMap<>();
        needed.forEach((privilege, by) -> groups.computeIfAbsent(by, any -> new ArrayList<>()).add(privilege));
        return groups.entrySet().stream().map(group -> new Group(needs(List.copyOf(group.getKey())), group.getValue()))
                .toList();
    }

    private static String needs(List<String> words) {
        return words.size() <= MOST_WORDS
                ? "For " + String.join(", ", words) + "."
                : "For " + String.join(", ", words.subList(0, MOST_WORDS)) + " and " + (words.size() - MOST_WORDS)
                        + " more.";
    }

    /** All of them, each once. */
    public List<Privilege> privileges() {
        return groups.stream().flatMap(group -> group.privileges().stream()).toList();
    }

    /** Whether whoever has them has this one, as builtins and ports say it, too. */
    public boolean cover(String privilege) {
        Privilege wanted = Privilege.of(privilege);
        return privileges().stream().anyMatch(one -> one.covers(wanted));
    }

    /** As SQL, with why each is needed. @param user without a host */
    public List<String> script(String user) {
        List<String> lines = new ArrayList<>();
        for (Group group : groups) {
            lines.add("-- " + group.why());
            if (group.privileges().stream().anyMatch(Privilege::isOfDefiners)) {
                lines.add("-- Before MySQL 8.2 SET_USER_ID stands for each that is about definers.");
            }
            statements(group.privileges(), account(user)).forEach(statement -> lines.add(statement + ";"));
        }
        return lines;
    }

    /** The statements alone, as servers of this dialect understand them. */
    public List<String> statements(String user, Dialect dialect) {
        return statements(privileges().stream().map(privilege -> privilege.in(dialect)).distinct().toList(),
                account(user));
    }

    /** @param account as SQL writes it */
    public static List<String> statements(Collection<Privilege> privileges, String account) {
        SequencedMap<String, List<String>> byPlace = new LinkedHashMap<>();
        privileges.forEach(privilege -> byPlace.computeIfAbsent(privilege.on(), any -> new ArrayList<>())
                .add(privilege.name()));
        return byPlace.entrySet().stream().map(place -> "GRANT " + String.join(", ", place.getValue()) + " ON "
                + place.getKey() + " TO " + account).toList();
    }

    public static String account(String user) {
        return "'" + user.replace("'", "''") + "'@'%'";
    }
}
