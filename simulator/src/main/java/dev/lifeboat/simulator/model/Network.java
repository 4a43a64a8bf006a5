package dev.lifeboat.simulator.model;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

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

    /** How the way between the two is cut; empty where it is not. */
    public Optional<Cut> between(String one, String other) {
        if (one.equals(other)) {
            return Optional.empty();
        }
        return Optional.ofNullable(cuts.get(key(one, other)))
                .or(() -> Optional.ofNullable(cuts.get(key(one, EVERYONE))))
                .or(() -> Optional.ofNullable(cuts.get(key(other, EVERYONE))));
    }

    private static String key(String one, String other) {
        return one.compareTo(other) < 0 ? one + " - " + other : other + " - " + one;
    }
}
