package dev.lifeboat.builtins.mysql.rules;

import static dev.lifeboat.builtins.mysql.rules.SqlChange.Place.FUNCTION;
import static dev.lifeboat.builtins.mysql.rules.SqlChange.Place.OPTION;
import static dev.lifeboat.builtins.mysql.rules.SqlChange.Place.STATEMENT;
import static dev.lifeboat.builtins.mysql.rules.SqlChange.Place.WORD;
import static dev.lifeboat.builtins.mysql.rules.SqlChange.gone;
import static dev.lifeboat.builtins.mysql.rules.SqlChange.since;

import dev.lifeboat.builtins.mysql.MySqlVersion;
import java.util.List;
import java.util.stream.Stream;

/** What of SQL about replication and recovery differs between the versions that Lifeboat handles. */
final class Dialect {
    private static final MySqlVersion V8_0 = MySqlVersion.of(8, 0);
    private static final MySqlVersion V8_2 = MySqlVersion.of(8, 2);
    private static final MySqlVersion V8_4 = MySqlVersion.of(8, 4);
    private static final MySqlVersion V9_0 = MySqlVersion.of(9, 0);
    private static final MySqlVersion V9_7 = MySqlVersion.of(9, 7);
    private static final String STATUS = "Use `mysql.status(server)`, which is the same on all versions; ";

    static final List<SqlChange> CHANGES = Stream.of(statements(), options(), functions(), variables())
            .flatMap(List::stream).toList();

    private Dialect() {}

    private static List<SqlChange> statements() {
        return List.of(gone("START SLAVE", STATEMENT, V8_4, "Write `START REPLICA`."),
                gone("STOP SLAVE", STATEMENT, V8_4, "Write `STOP REPLICA`."),
                gone("RESET SLAVE", STATEMENT, V8_4, "Write `RESET REPLICA`."),
                gone("SHOW SLAVE STATUS", STATEMENT, V8_4, "Write `SHOW REPLICA STATUS`."),
                gone("SHOW SLAVE HOSTS", STATEMENT, V8_4, "Write `SHOW REPLICAS`."),
                gone("CHANGE MASTER TO", STATEMENT, V8_4,
                        "Write `CHANGE REPLICATION SOURCE TO`, with options that begin with `SOURCE_`."),
                gone("SHOW MASTER STATUS", STATEMENT, V8_4, STATUS + "from 8.2 on it is `SHOW BINARY LOG STATUS`."),
                since("SHOW BINARY LOG STATUS", V8_2, STATUS + "before 8.2 it was `SHOW MASTER STATUS`."),
                gone("RESET MASTER", STATEMENT, V8_4, "From 8.2 on it is `RESET BINARY LOGS AND GTIDS`."),
                since("RESET BINARY LOGS AND GTIDS", V8_2, "Before 8.2 it was `RESET MASTER`."),
                gone("SHOW MASTER LOGS", STATEMENT, V8_4, "Write `SHOW BINARY LOGS`."),
                gone("PURGE MASTER LOGS", STATEMENT, V8_4, "Write `PURGE BINARY LOGS`."),
                gone("FLUSH HOSTS", STATEMENT, V8_4, "Write `TRUNCATE TABLE performance_schema.host_cache`."),
                gone("FLUSH LOCAL HOSTS", STATEMENT, V8_4, "Write `TRUNCATE TABLE performance_schema.host_cache`."),
                gone("RESET QUERY CACHE", STATEMENT, V8_0, "Leave it out: there is no query cache any more."),
                gone("FLUSH QUERY CACHE", STATEMENT, V8_0, "Leave it out: there is no query cache any more."));
    }

    private static List<SqlChange> options() {
        Stream<SqlChange> renamed = Stream.of("HOST", "PORT", "USER", "PASSWORD", "BIND", "AUTO_POSITION", "LOG_FILE",
                "LOG_POS", "DELAY", "CONNECT_RETRY", "RETRY_COUNT", "HEARTBEAT_PERIOD", "SSL", "SSL_CA", "SSL_CERT",
                "SSL_KEY", "SSL_VERIFY_SERVER_CERT", "TLS_VERSION", "PUBLIC_KEY_PATH", "COMPRESSION_ALGORITHMS")
                .map(option -> gone("MASTER_" + option, OPTION, V8_4, "Write `SOURCE_" + option + "`."));
        return Stream.concat(renamed,
                Stream.of(gone("GET_MASTER_PUBLIC_KEY", OPTION, V8_4, "Write `GET_SOURCE_PUBLIC_KEY`."),
                        gone("WITH MYSQL_NATIVE_PASSWORD", WORD, V9_0, "Write `caching_sha2_password`.")))
                .toList();
    }

    private static List<SqlChange> functions() {
        return List.of(gone("WAIT_UNTIL_SQL_THREAD_AFTER_GTIDS", FUNCTION, V8_4,
                "Write `WAIT_FOR_EXECUTED_GTID_SET(set, timeout)`."),
                hash("MD5"), hash("SHA1"), hash("SHA"));
    }

    private static SqlChange hash(String function) {
        return gone(function, FUNCTION, V9_7,
                "Write `SHA2(…, 256)` or `CRC32(…)`: `" + function
                        + "` needs the component `component_classic_hashing` there.");
    }

    private static List<SqlChange> variables() {
        return List.of(gone("EXPIRE_LOGS_DAYS", WORD, V8_4, "Set `binlog_expire_logs_seconds`."),
                gone("DEFAULT_AUTHENTICATION_PLUGIN", WORD, V8_4, "Set `authentication_policy`."),
                gone("MASTER_INFO_REPOSITORY", WORD, V8_4, "Leave it out: it is always in a table."),
                gone("RELAY_LOG_INFO_REPOSITORY", WORD, V8_4, "Leave it out: it is always in a table."),
                gone("BINLOG_TRANSACTION_DEPENDENCY_TRACKING", WORD, V8_4,
                        "Leave it out: dependencies are always tracked by what is written."));
    }
}
