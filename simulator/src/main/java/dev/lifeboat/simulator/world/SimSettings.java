package dev.lifeboat.simulator.world;

import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.builtins.mysql.FailoverVariable;
import dev.lifeboat.builtins.mysql.MySqlServer.ReadOnly;
import dev.lifeboat.builtins.mysql.ServerCatalog.ReceiverPolicy;
import dev.lifeboat.builtins.mysql.ServerCatalog.Setting;
import dev.lifeboat.builtins.mysql.ServerCatalog.Settings;
import dev.lifeboat.simulator.model.Channel;
import dev.lifeboat.simulator.model.ReceiverSettings;
import dev.lifeboat.simulator.model.Server;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The settings of a simulated server: what the model knows, and for the rest what a server should have, unless the scenario says otherwise. */
record SimSettings(Server server, Inventory.Server declared) {
    private static final Map<String, String> USUAL = Map.ofEntries(Map.entry("gtid_mode", "ON"),
            Map.entry("enforce_gtid_consistency", "ON"), Map.entry("log_bin", "ON"),
            Map.entry("log_replica_updates", "ON"), Map.entry("binlog_format", "ROW"), Map.entry("sync_binlog", "1"),
            Map.entry("innodb_flush_log_at_trx_commit", "1"), Map.entry("replica_preserve_commit_order", "ON"),
            Map.entry("replica_parallel_workers", "4"), Map.entry("binlog_expire_logs_seconds", "2592000"),
            Map.entry("max_connections", "151"), Map.entry("max_allowed_packet", "67108864"),
            Map.entry("innodb_buffer_pool_size", "134217728"), Map.entry("character_set_server", "utf8mb4"),
            Map.entry("collation_server", "utf8mb4_0900_ai_ci"), Map.entry("lower_case_table_names", "0"),
            Map.entry("time_zone", "SYSTEM"), Map.entry("system_time_zone", "UTC"),
            Map.entry("transaction_isolation", "REPEATABLE-READ"));

    Settings all() {
        Map<String, String> values = new LinkedHashMap<>(USUAL);
        known(values);
        values.putAll(server.catalog().variables());
        List<Setting> variables = FailoverVariable.ALL.stream().map(FailoverVariable::name).sorted()
                .filter(values::containsKey).map(name -> new Setting(name, values.get(name), persisted(name)))
                .toList();
        return new Settings(variables, server.channel().map(SimSettings::policy).stream().toList(),
                Optional.of(server.variables().optionFileReadOnly()), List.of("/etc/my.cnf"));
    }

    private void known(Map<String, String> values) {
        ReadOnly readOnly = server.variables().readOnly();
        values.put("read_only", onOff(readOnly.readOnly()));
        values.put("super_read_only", onOff(readOnly.superReadOnly()));
        values.put("offline_mode", onOff(server.variables().offlineMode()));
        values.put("skip_replica_start", onOff(server.variables().skipReplicaStart()));
        values.put("relay_log_recovery", onOff(server.variables().relayLogRecovery()));
        values.put("event_scheduler", onOff(server.catalog().eventScheduler()));
        values.put("server_id", Long.toString(server.identity().serverId()));
        server.channel().map(SimSettings::receiving).ifPresent(
                receiving -> values.put("replica_net_timeout", Long.toString(receiving.netTimeout().toSeconds())));
        declared.admin().ifPresent(admin -> {
            values.put("admin_address", admin.host());
            values.put("admin_port", Integer.toString(admin.port()));
        });
    }

    private Optional<String> persisted(String name) {
        ReadOnly readOnly = server.variables().readOnly();
        return switch (name) {
            case "read_only" -> readOnly.persistedReadOnly().map(SimSettings::onOff);
            case "super_read_only" -> readOnly.persistedSuperReadOnly().map(SimSettings::onOff);
            default -> Optional.empty();
        };
    }

    private static String onOff(boolean on) {
        return on ? "ON" : "OFF";
    }

    private static ReceiverSettings receiving(Channel channel) {
        return channel.receiver().settings();
    }

    private static ReceiverPolicy policy(Channel channel) {
        ReceiverSettings receiving = receiving(channel);
        return new ReceiverPolicy("", receiving.heartbeatPeriod(), receiving.connectRetry(), receiving.retryCount(),
                receiving.netTimeout());
    }
}
