package dev.lifeboat.builtins.mysql.readiness;

import dev.lifeboat.builtins.fakes.FakeMySqlServer;
import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.builtins.inventory.Inventory.Address;
import dev.lifeboat.builtins.inventory.Inventory.Promote;
import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.MySqlServer.Answer;
import dev.lifeboat.builtins.mysql.MySqlServer.Heartbeat;
import dev.lifeboat.builtins.mysql.MySqlServer.Identity;
import dev.lifeboat.builtins.mysql.MySqlServer.Reach;
import dev.lifeboat.builtins.mysql.MySqlServer.ReadOnly;
import dev.lifeboat.builtins.mysql.MySqlServer.ReplicaChannel;
import dev.lifeboat.builtins.mysql.MySqlServer.ServerState;
import dev.lifeboat.builtins.mysql.MySqlServer.ThreadState;
import dev.lifeboat.builtins.mysql.ServerCatalog.Account;
import dev.lifeboat.builtins.mysql.ServerCatalog.Definitions;
import dev.lifeboat.builtins.mysql.ServerCatalog.Entry;
import dev.lifeboat.builtins.mysql.ServerCatalog.EventState;
import dev.lifeboat.builtins.mysql.ServerCatalog.LastKnown;
import dev.lifeboat.builtins.mysql.ServerCatalog.ReceiverPolicy;
import dev.lifeboat.builtins.mysql.ServerCatalog.ScheduledEvent;
import dev.lifeboat.builtins.mysql.ServerCatalog.Setting;
import dev.lifeboat.builtins.mysql.ServerCatalog.Settings;
import dev.lifeboat.builtins.mysql.readiness.Examined.Admission;
import dev.lifeboat.builtins.mysql.readiness.Examined.Boot;
import dev.lifeboat.builtins.mysql.readiness.Situation.Silent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A primary and its replica on which all is as it should be, until a test changes something. */
final class WellCluster {
    static final String PRIMARY = FakeMySqlServer.uuidOf("db1");
    final Server primary = new Server("db1", 1, ReadOnly.WRITABLE);
    final Server replica = new Server("db2", 2, ReadOnly.FENCED);
    Optional<String> unrecorded = Optional.empty();
    boolean silent;
    private LastKnown before = LastKnown.NONE;

    void before(Entry... entries) {
        before = new LastKnown(Optional.of(FakeMySqlServer.START), List.of(entries));
    }

    Situation situation() {
        List<Silent> silents = silent
                ? List.of(new Silent(new FakeMySqlServer("db3"), "`db3` can't be asked: refused."))
                : List.of();
        return new Situation("shop", Optional.of(primary.examined(false)), List.of(replica.examined(true)), silents,
                before, unrecorded);
    }

    static final class Server {
        final String name;
        final Map<String, String> variables = new LinkedHashMap<>(Map.of("gtid_mode", "ON", "binlog_format", "ROW",
                "sync_binlog", "1", "relay_log_recovery", "OFF", "system_time_zone", "UTC",
                "binlog_expire_logs_seconds", "2592000"));
        final List<Account> accounts = new ArrayList<>(List.of(new Account("app@%", "same", "same", false)));
        final List<EventState> events;
        long serverId;
        ReadOnly readOnly;
        String version = "9.7.4";
        Boot boot = new Boot(Optional.of(true), "");
        boolean skipReplicaStart = true;
        boolean eventScheduler = true;
        Duration netTimeout = Duration.ofSeconds(4);
        Duration heartbeatPeriod = Duration.ofSeconds(1);
        Duration connectRetry = Duration.ofSeconds(1);
        long retryCount = 86_400;
        GtidSet errant = GtidSet.EMPTY;
        boolean receiving = true;
        String sourceUuid = PRIMARY;
        Optional<String> unsupported = Optional.empty();
        Optional<Duration> heartbeatAge = Optional.of(Duration.ofSeconds(1));
        Duration delay = Duration.ZERO;
        Duration declaredDelay = Duration.ZERO;
        Duration skew = Duration.ZERO;
        List<String> missing = List.of();
        Answer admin = Answer.ANSWERED;
        Admission replication = new Admission(true, true, "");

        private Server(String name, long serverId, ReadOnly readOnly) {
            this.name = name;
            this.serverId = serverId;
            this.readOnly = readOnly;
            this.events = new ArrayList<>(
                    List.of(serverId == 1 ? EventState.ENABLED : EventState.REPLICA_SIDE_DISABLED));
        }

        private Examined examined(boolean follows) {
            return new Examined(new FakeMySqlServer(name), declared(), state(),
                    follows ? List.of(channel()) : List.of(),
                    settings(follows),
                    new Definitions(List.copyOf(accounts), List.of(), List.of(), List.of(),
                            List.of(new ScheduledEvent("shop.close_day", events.getFirst(), "app@%", "text")),
                            List.of()),
                    heartbeatAge.map(age -> new Heartbeat(FakeMySqlServer.START.minus(age), PRIMARY)), missing,
                    new Reach(admin, 0, "told", Duration.ZERO, Optional.empty()), skew, boot, replication, errant,
                    unsupported);
        }

        private Inventory.Server declared() {
            return new Inventory.Server(new Address(name, 3306), Optional.empty(), "main", "dba", Optional.empty(),
                    Promote.NEUTRAL, declaredDelay, Optional.empty());
        }

        private ServerState state() {
            return new ServerState(new Identity(FakeMySqlServer.uuidOf(name), serverId, version), readOnly, false,
                    GtidSet.EMPTY, GtidSet.EMPTY, true, true, true, skipReplicaStart, true, eventScheduler, false,
                    false, false, 0, false, FakeMySqlServer.START);
        }

        private ReplicaChannel channel() {
            return new ReplicaChannel("", "db1", 3306, sourceUuid, receiving ? ThreadState.ON : ThreadState.OFF,
                    ThreadState.ON, 0, 0, "", GtidSet.EMPTY, Optional.empty(), Optional.empty(), 1, Optional.empty(),
                    delay, true, "repl", netTimeout);
        }

        private Settings settings(boolean follows) {
            return new Settings(
                    variables.entrySet().stream()
                            .map(one -> new Setting(one.getKey(), one.getValue(), Optional.empty())).toList(),
                    follows
                            ? List.of(new ReceiverPolicy("", heartbeatPeriod, connectRetry, retryCount, netTimeout))
                            : List.of(),
                    Optional.of(true), List.of());
        }
    }
}
