package dev.lifeboat.builtins.mysql.readiness;

import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.builtins.inventory.Inventory.Promote;
import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.MySqlServer.Heartbeat;
import dev.lifeboat.builtins.mysql.MySqlServer.Reach;
import dev.lifeboat.builtins.mysql.MySqlServer.ReplicaChannel;
import dev.lifeboat.builtins.mysql.MySqlServer.ServerState;
import dev.lifeboat.builtins.mysql.ServerCatalog.Definitions;
import dev.lifeboat.builtins.mysql.ServerCatalog.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A server that answers, as it was found.
 *
 * @param heartbeat   the newest that it has, if any
 * @param missing     what Lifeboat's account lacks of what it needs: a privilege each
 * @param admin       how its administrative port answers
 * @param skew        how far its clock is from this machine's
 * @param boot        what its option file says of {@code super_read_only}
 * @param replication how the account of replication is let in
 * @param errant      what it has that the primary neither wrote nor has
 * @param unsupported why Lifeboat can't handle it, a sentence
 */
public record Examined(MySqlServer server, Inventory.Server declared, ServerState state, List<ReplicaChannel> channels,
        Settings settings, Definitions definitions, Optional<Heartbeat> heartbeat, List<String> missing, Reach admin,
        Duration skew, Boot boot, Admission replication, GtidSet errant, Optional<String> unsupported) {

    /** @param readOnly whether the option file says so; empty where that could not be found out, for the reason given */
    public record Boot(Optional<Boolean> readOnly, String reason) {}

    /** @param secret whether its secret was to be had; @param reason why not, or why it was not let in; empty where it was */
    public record Admission(boolean secret, boolean letIn, String reason) {}

    /** In backticks, for sentences. */
    String name() {
        return "`" + server.name() + "`";
    }

    Optional<ReplicaChannel> channel() {
        return channels.stream().findFirst();
    }

    boolean candidate() {
        return declared.promote() != Promote.MUST_NOT;
    }
}
