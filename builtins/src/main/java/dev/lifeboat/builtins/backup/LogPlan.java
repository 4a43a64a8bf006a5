package dev.lifeboat.builtins.backup;

import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.interpreter.builtin.Doc;
import java.util.List;

/** Which archived transactions shall be executed on a restored server, and out of whose logs. */
public record LogPlan(
        @Doc("The store.") String store,
        @Doc("The cluster.") String cluster,
        @Doc("Whose logs, in the order in which they are to be applied.") List<Leg> legs,
        @Doc("What must not be executed.") GtidSet without) {

    public LogPlan {
        legs = List.copyOf(legs);
    }

    /** A part of the way, out of one server's logs. */
    public record Leg(
            @Doc("The `server_uuid` of whoever wrote them.") String serverUuid,
            @Doc("What is taken from them.") GtidSet transactions) {}

    /** All that it executes. */
    public GtidSet transactions() {
        return legs.stream().map(Leg::transactions).reduce(GtidSet.EMPTY, GtidSet::union);
    }
}
