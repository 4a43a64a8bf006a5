package dev.lifeboat.simulator.fault;

import dev.lifeboat.simulator.model.Network;
import java.util.List;

/** Something that happens to the world without the runbook's doing. */
public sealed interface Fault {

    record OnServer(ServerFault what, String server) implements Fault {}

    /** @param on whether its power comes back or goes */
    record Power(String host, boolean on) implements Fault {}

    /** Neither of the two reaches the other any more. */
    record Cut(String one, String other, Network.Cut how) implements Fault {}

    /** All at once, as what happens to a site happens to everything in it. */
    record Several(List<Fault> all) implements Fault {
        public Several {
            all = List.copyOf(all);
        }
    }

    record Heal(String one, String other) implements Fault {}

    record OnStore(StoreFault what, String store) implements Fault {}

    record Damaged(Damage damage) implements Fault {}

    /**
     * Data are destroyed, by a transaction as any other.
     *
     * @param rows how many, from the lowest key on
     */
    record Mistake(String server, String table, Kind kind, long rows) implements Fault {
        /** The names, in lower case, are the words of scenario files. */
        public enum Kind {
            DELETE, UPDATE, DROP
        }
    }
}
