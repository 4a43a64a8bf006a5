package dev.lifeboat.builtins.mysql;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A system variable that matters when a server takes over.
 *
 * @param reason what goes wrong where it is not as it should be
 * @param alike  whether it should be the same on all servers of a cluster
 */
public record FailoverVariable(String name, String reason, boolean alike) {
    public static final List<FailoverVariable> ALL = List.of(
            alike("gtid_mode", "without GTIDs nobody can tell what a server has"),
            alike("enforce_gtid_consistency", "without it a transaction can have no GTID"),
            alike("log_bin", "without a binary log nobody can follow it"),
            alike("log_replica_updates", "without it nobody can follow it once it is promoted"),
            alike("binlog_format", "statements can do something else on a replica than rows"),
            alike("sync_binlog", "after a crash the binary log lacks what was committed last"),
            alike("innodb_flush_log_at_trx_commit", "after a crash the data lack what was committed last"),
            own("relay_log_recovery", "a restart throws away what was received and not applied"),
            own("replica_net_timeout", "a source that hangs goes unnoticed for so long"),
            own("skip_replica_start", "a restart takes replication up again, from whomever it followed last"),
            alike("replica_preserve_commit_order", "a replica shows what the primary never had"),
            own("replica_parallel_workers", "a replica may not keep up"),
            own("super_read_only", "a replica takes writes of its own"),
            own("read_only", "a replica takes writes of its own"),
            own("offline_mode", "the application can't get in"),
            own("event_scheduler", "no event runs"),
            own("server_id", "two servers with one are taken for one another"),
            alike("binlog_expire_logs_seconds", "what a replica or a restore still needs is purged"),
            alike("max_connections", "the application finds no connection left"),
            alike("max_allowed_packet", "large rows are refused"),
            alike("innodb_buffer_pool_size", "it is slower than the application is used to"),
            alike("sql_mode", "statements that went well are refused, or do something else"),
            alike("character_set_server", "new tables are made otherwise"),
            alike("collation_server", "new tables are made otherwise"),
            alike("lower_case_table_names", "tables have other names"),
            alike("time_zone", "times are other times"), alike("system_time_zone", "times are other times"),
            alike("transaction_isolation", "transactions see something else"),
            alike("log_bin_trust_function_creators", "functions can't be made"),
            alike("partial_revokes", "accounts may do something else"),
            alike("require_secure_transport", "clients without TLS are refused"),
            own("admin_address", "nobody gets in once all connections are taken"),
            own("admin_port", "nobody gets in once all connections are taken"));

    private static FailoverVariable alike(String name, String reason) {
        return new FailoverVariable(name, reason, true);
    }

    private static FailoverVariable own(String name, String reason) {
        return new FailoverVariable(name, reason, false);
    }

    /** What goes wrong where this variable is not as it should be. */
    public static String reason(String variable) {
        return ALL.stream().filter(one -> one.name().equals(variable)).findFirst().orElseThrow().reason();
    }

    /** For SQL: {@code 'gtid_mode', 'log_bin'}. */
    public static String names() {
        return ALL.stream().map(variable -> "'" + variable.name() + "'").collect(Collectors.joining(", "));
    }
}
