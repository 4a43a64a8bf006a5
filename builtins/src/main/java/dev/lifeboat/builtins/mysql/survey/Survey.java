package dev.lifeboat.builtins.mysql.survey;

import dev.lifeboat.builtins.mysql.Cluster;
import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.MySqlServer.ReplicaChannel;
import dev.lifeboat.builtins.mysql.ServerCatalog.Entry;
import dev.lifeboat.builtins.mysql.ServerCatalog.EntryKind;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Failure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The replicas of a cluster as they were found at one moment.
 *
 * @param primaryUuid the primary's {@code server_uuid}, as its replicas know it where it can't be asked
 */
public record Survey(Cluster cluster, List<Observed> replicas, Optional<String> primaryUuid) {

    public static Survey of(Call call, Cluster cluster) {
        List<Observed> replicas = cluster.replicas().stream().map(Observed::of).toList();
        return new Survey(cluster, replicas,
                new RunFacts(call).text(RunFacts.PRIMARY_UUID).or(() -> sourceOfMost(replicas))
                        .or(() -> recorded(call, cluster, replicas)));
    }

    /** Where no replica follows anybody: who it was when the last readiness check was made. */
    private static Optional<String> recorded(Call call, Cluster cluster, List<Observed> replicas) {
        return LastRecord.of(call, replicas.stream().filter(Observed::answers).map(Observed::server).toList()).entries()
                .stream()
                .filter(entry -> entry.kind() == EntryKind.IDENTITY && entry.name().equals(cluster.primary().name()))
                .map(Entry::value).findFirst();
    }

    /** The source that most replicas have, without those that have one another. */
    private static Optional<String> sourceOfMost(List<Observed> replicas) {
        List<String> own = replicas.stream().filter(Observed::answers).map(Observed::uuid).toList();
        Map<String, Long> votes = replicas.stream().flatMap(replica -> replica.channels().stream())
                .map(ReplicaChannel::sourceUuid).filter(uuid -> !uuid.isEmpty() && !own.contains(uuid))
                .collect(Collectors.groupingBy(uuid -> uuid, LinkedHashMap::new, Collectors.counting()));
        return votes.entrySet().stream().reduce((a, b) -> b.getValue() > a.getValue() ? b : a).map(Map.Entry::getKey);
    }

    public List<Observed> answering() {
        return replicas.stream().filter(Observed::answers).toList();
    }

    /** Those that answer and follow the primary. */
    public List<Observed> followers() {
        return answering().stream().filter(this::followsPrimary).toList();
    }

    public boolean followsPrimary(Observed replica) {
        return replica.channel().filter(channel -> primaryUuid.filter(channel.sourceUuid()::equals).isPresent())
                .isPresent();
    }

    /** Other servers of the cluster that take writes. */
    public List<Observed> writable() {
        return answering().stream().filter(Observed::writable).toList();
    }

    Optional<Observed> find(String name) {
        return replicas.stream().filter(replica -> replica.name().equals(name)).findFirst();
    }

    /** All that any replica has, applied or not. */
    GtidSet held() {
        return union(answering().stream());
    }

    /** All that the replicas but this one have. */
    GtidSet heldBesides(Observed one) {
        return union(answering().stream().filter(other -> !other.name().equals(one.name())));
    }

    private static GtidSet union(Stream<Observed> replicas) {
        return replicas.map(Observed::holds).reduce(GtidSet.EMPTY, GtidSet::union);
    }

    /**
     * Transactions that this replica has, that the primary did not write, and that no other replica has. Empty where there is no other to compare with: then
     * nobody could miss them either. What Lifeboat itself wrote in a promotion that was taken back is harmless, and does not count.
     */
    public GtidSet errant(Observed replica) {
        return errant(replica, GtidSet.EMPTY);
    }

    /** @param known what no replica is blamed for, whoever wrote it */
    public GtidSet errant(Observed replica, GtidSet known) {
        if (primaryUuid.isEmpty() || answering().size() < 2) {
            return GtidSet.EMPTY;
        }
        GtidSet foreign = replica.holds().subtract(replica.holds().from(primaryUuid.get()))
                .subtract(known).subtract(heldBesides(replica));
        return foreign.isEmpty() ? foreign : written(replica.server(), foreign);
    }

    private static GtidSet written(MySqlServer server, GtidSet foreign) {
        try {
            return server.clientWrites(foreign);
        } catch (Failure unreadable) {
            return foreign;
        }
    }
}
