package dev.lifeboat.builtins.mysql.survey;

import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.MySqlServer.Heartbeat;
import dev.lifeboat.builtins.mysql.MySqlServer.ReplicaChannel;
import dev.lifeboat.builtins.mysql.MySqlServer.ThreadState;
import dev.lifeboat.builtins.mysql.ServerCatalog;
import dev.lifeboat.builtins.mysql.ServerCatalog.Storage;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.value.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How a server is, and how far a replica is behind. */
public record Replicas(Call call) {

    public Status status(MySqlServer server) {
        Observed found = Observed.need(server);
        MySqlServer.ServerState state = found.state();
        Optional<ReplicaChannel> channel = found.channel();
        ServerCatalog catalog = call.port(ServerCatalog.class, server.name());
        Storage storage = catalog.storage();
        return new Status(state.identity().uuid(), state.identity().version(), state.readOnly().readOnly(),
                state.readOnly().superReadOnly(), state.readOnly().persistedReadOnly(),
                state.readOnly().persistedSuperReadOnly(), catalog.settings().optionFileReadOnly(),
                state.readOnly().bootsWritable(), state.offlineMode(),
                state.executed(), state.purged(), found.unapplied(),
                channel.map(ReplicaChannel::sourceUuid).filter(uuid -> !uuid.isEmpty()),
                channel.filter(ReplicaChannel::receiving).isPresent(),
                channel.filter(one -> one.applier() == ThreadState.ON).isPresent(),
                channel.map(ReplicaChannel::errorText).orElse(""),
                channel.map(ReplicaChannel::delay).orElse(Duration.ZERO), state.skipReplicaStart(),
                state.semiSyncClients(), state.semiSyncWaiting(), state.eventScheduler(),
                catalog.events(), storage.folder(), new Value.Size(storage.dataBytes()),
                new Value.Size(storage.binlogBytes()), server.sessions().size(), findings(found));
    }

    private static List<String> findings(Observed found) {
        List<String> findings = new ArrayList<>();
        Unsupported.reason(found).ifPresent(findings::add);
        if (found.state().readOnly().bootsWritable()) {
            findings.add("A persisted OFF makes it start writable, whatever its option file says.");
        }
        if (!found.state().autoPurge()) {
            findings.add("Its old binary logs are not purged (`binlog_expire_logs_auto_purge` is OFF).");
        }
        if (!found.state().logBin() || !found.state().logReplicaUpdates()) {
            findings.add("It writes no binary log of what it applies: it can't be promoted.");
        }
        return List.copyOf(findings);
    }

    /** Never from {@code Seconds_Behind_Source}: that is 0 over a frozen primary. */
    public Lag lag(MySqlServer replica) {
        Observed found = Observed.need(replica);
        if (found.channel().isEmpty()) {
            throw Failure.of("`" + replica.name() + "` is no replica: it has no lag.");
        }
        Instant now = call.now();
        Optional<Duration> age = heartbeat(replica).map(Heartbeat::written).map(written -> since(written, now));
        Optional<Instant> commit = found.channel().flatMap(ReplicaChannel::lastApplied);
        Duration bound = Stream.concat(age.stream(), commit.map(at -> since(at, now)).stream())
                .min(Duration::compareTo).orElse(LossEstimate.UNBOUNDED);
        return new Lag(age, found.unapplied().count(), commit, bound, age.isPresent());
    }

    private static Optional<Heartbeat> heartbeat(MySqlServer replica) {
        try {
            return replica.heartbeat();
        } catch (Failure unprepared) {
            return Optional.empty();
        }
    }

    private static Duration since(Instant then, Instant now) {
        Duration age = Duration.between(then, now);
        return age.isNegative() ? Duration.ZERO : age;
    }
}
