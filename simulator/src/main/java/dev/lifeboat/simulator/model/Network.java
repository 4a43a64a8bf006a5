package dev.lifeboat.simulator.model;

import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who can reach whom. Everybody can, until a cut. Those who reach are known by name: servers, machines, endpoints, witnesses, and {@link #LIFEBOAT} and
 * {@link #APPLICATION}.
 */
public final class Network {
    /** Where the runbook runs. */
    public static final String LIFEBOAT = "lifeboat";
    /** Where the application runs. */
    public static final String APPLICATION = "application";
    /** Stands for all the others. */
    public static final String EVERYONE = "everyone";

    private final SortedMap<String, Cut> cuts = new TreeMap<>();
    private final SortedSet<String> barred = new TreeSet<>();

    public enum Cut {
        /** Packets vanish. */
        DROP,
        /** A firewall answers that there is no way. */
        REJECT
    }

    /** Cuts the way between the two, in both directions. */
    public void cut(String one, String other, Cut how) {
        cuts.put(key(one, other), how);
    }

    public void heal(String one, String other) {
        cuts.remove(key(one, other));
    }

    /** Lets packets between the two vanish until {@link #unbar}, whatever is cut or healed between them meanwhile. */
    void bar(String one, String other) {
        barred.add(key(one, other));
    }

    void unbar(String one, String other) {
        barred.remove(key(one, other));
    }

    /** How the way between the two is cut; empty where it is not. */
    public Optional<Cut> between(String one, String other) {
        if (one.equals(other)) {
            return Optional.empty();
        }
        if (barred.contains(key(one, other))) {
            return Optional.of(Cut.DROP);
        }
        return Optional.ofNullable(cuts.get(key(one, other)))
                .or(() -> Optional.ofNullable(cuts.get(key(one, EVERYONE))))
                .or(() -> Optional.ofNullable(cuts.get(key(other, EVERYONE))));
    }

    private static String key(String one, String other) {
        return one.compareTo(other) < 0 ? one + " - " + other : other + " - " + one;
    }
}
