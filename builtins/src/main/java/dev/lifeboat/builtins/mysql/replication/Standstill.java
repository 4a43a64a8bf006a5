package dev.lifeboat.builtins.mysql.replication;

import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.MySqlServer.ReplicaChannel;
import dev.lifeboat.builtins.mysql.MySqlServer.ThreadState;
import java.util.List;

/**
 * Lets a replica stand still whose relay log is not needed any more. The applier first: one that waits for the rest of a transaction, which a receiver that
 * stands still won't bring, stops a minute later.
 */
public record Standstill(MySqlServer server) {

    /** @param channels as they were found */
    public void of(List<ReplicaChannel> channels) {
        for (ReplicaChannel channel : channels) {
            if (channel.applier() != ThreadState.OFF) {
                server.stopApplier();
            }
            if (channel.receiver() != ThreadState.OFF) {
                server.stopReceiver();
            }
        }
    }
}
