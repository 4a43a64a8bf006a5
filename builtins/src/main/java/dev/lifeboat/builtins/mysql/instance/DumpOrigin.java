package dev.lifeboat.builtins.mysql.instance;

import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.MySqlServer.ReplicaChannel;
import dev.lifeboat.builtins.mysql.MySqlServer.ThreadState;
import dev.lifeboat.builtins.mysql.ServerTimeline.Epoch;
import dev.lifeboat.builtins.mysql.survey.Observed;
import dev.lifeboat.builtins.mysql.survey.Unsupported;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Failure;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A server that a full backup is to be taken from: only one whose data are those of its cluster, best a replica. */
public record DumpOrigin(Call call, Inventory inventory, MySqlServer server) {

    /** @param epoch the id of the one that it is in; empty where it has none */
    public record Examined(String cluster, String uuid, String version, String epoch) {}

    /** @throws Failure where what it has is not, or not for certain, what its cluster has */
    public Examined examine() {
        Map.Entry<String, Inventory.Cluster> cluster = cluster();
        Observed found = Observed.need(server);
        Unsupported.refuse(found);
        boolean primary = cluster.getValue().primary().equals(server.name());
        if (found.channel().isEmpty() && !primary && !found.writable()) {
            throw refused("it follows nobody and is fenced: it may have what its cluster has not");
        }
        found.channel().ifPresent(this::refuseStopped);
        refuseErrant(found.executed(), "has");
        if (primary && healthyReplica(cluster.getValue())) {
            call.did(server.name(), "is the primary: a replica could be dumped without any load on it");
        }
        return new Examined(cluster.getKey(), found.uuid(), found.state().identity().version(), epoch());
    }

    private Map.Entry<String, Inventory.Cluster> cluster() {
        return inventory.clusters().entrySet().stream()
                .filter(one -> one.getValue().servers().containsKey(server.name())
                        || one.getValue().spares().containsKey(server.name()))
                .findFirst().orElseThrow(() -> refused("it belongs to no cluster of the inventory"));
    }

    private Failure refused(String why) {
        return Failure.of("No backup is taken of `" + server.name() + "`: " + why + ".")
                .hint("Take it from a replica that is well, or from the primary.");
    }

    private void refuseStopped(ReplicaChannel channel) {
        if (channel.applierError() != 0 || channel.receiverError() != 0 && channel.receiver() == ThreadState.OFF) {
            throw refused("its replication has ended with an error: " + channel.errorText());
        }
        if (channel.applier() == ThreadState.OFF || channel.receiver() == ThreadState.OFF) {
            throw refused("it does not replicate: its receiver is " + channel.receiver() + ", its applier "
                    + channel.applier());
        }
    }

    /**
     * What a primary that can be asked does not have came from nowhere, and would come back with the backup. Asked after it, the primary has all that was replicated.
     *
     * @param verb {@code has}, of the server; {@code had}, of the moment that the backup shows
     */
    public void refuseErrant(GtidSet executed, String verb) {
        String name = cluster().getValue().primary();
        if (name.equals(server.name())) {
            return;
        }
        Observed primary = Observed.of(call.port(MySqlServer.class, name));
        if (!primary.answers()) {
            call.did(server.name(), "was not compared with its primary: " + primary.problem());
            return;
        }
        if (!primary.writable() && Observed.need(server).writable()) {
            call.did(server.name(), "takes the writes in place of " + name + ", and was not compared with it");
            return;
        }
        GtidSet errant = executed.subtract(primary.executed());
        if (!errant.isEmpty()) {
            throw Failure
                    .of("No backup is taken of `" + server.name() + "`: it " + verb + " transactions that the primary `"
                            + name + "` has not: " + errant + ". With the backup they would come back.")
                    .hint("Find out what they are (`mysql.find_transactions`), and take the backup from another server.");
        }
    }

    private boolean healthyReplica(Inventory.Cluster cluster) {
        return cluster.replicas().stream().map(name -> Observed.of(call.port(MySqlServer.class, name)))
                .anyMatch(one -> one.answers() && one.channel()
                        .filter(channel -> channel.applierError() == 0 && channel.receiver() == ThreadState.ON
                                && channel.applier() == ThreadState.ON)
                        .isPresent());
    }

    private String epoch() {
        List<Epoch> epochs = server.timeline().epochs();
        return Optional.of(epochs).filter(all -> !all.isEmpty()).map(all -> all.getLast().id()).orElse("");
    }
}
