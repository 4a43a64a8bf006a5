package dev.lifeboat.simulator.world;

import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.MySqlServer.FreeSql;
import dev.lifeboat.builtins.mysql.MySqlServer.ReadOnly;
import dev.lifeboat.builtins.mysql.MySqlServer.ServerState;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The administrative statements of free SQL that the model knows, each as the typed call of the port that does the same; empty for any other.
 */
final class SimFreeChange {
    private static final Pattern SET = Pattern.compile(
            "SET\\s+(GLOBAL|PERSIST)\\s+(read_only|super_read_only|offline_mode)\\s*=\\s*(ON|OFF|0|1)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern THREADS = Pattern.compile("(START|STOP)\\s+REPLICA(?:\\s+(IO_THREAD|SQL_THREAD))?",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern FLUSH = Pattern.compile(
            "FLUSH\\s+(LOCAL\\s+|NO_WRITE_TO_BINLOG\\s+)?(TABLES|PRIVILEGES|STATUS)",
            Pattern.CASE_INSENSITIVE);

    private final MySqlServer server;

    SimFreeChange(MySqlServer server) {
        this.server = server;
    }

    Optional<Runnable> of(FreeSql sql) {
        String statement = sql.statement().strip();
        Matcher set = SET.matcher(statement);
        if (set.matches()) {
            boolean on = List.of("ON", "1").contains(set.group(3).toUpperCase(Locale.ROOT));
            return Optional
                    .of(set(set.group(2).toLowerCase(Locale.ROOT), on, set.group(1).equalsIgnoreCase("PERSIST")));
        }
        Matcher flush = FLUSH.matcher(statement);
        if (flush.matches()) {
            return Optional.of(flush.group(1) == null ? this::logFlush : server::state);
        }
        Matcher threads = THREADS.matcher(statement);
        return threads.matches()
                ? Optional.of(threads(threads.group(1).equalsIgnoreCase("START"),
                        Optional.ofNullable(threads.group(2)).map(name -> name.toUpperCase(Locale.ROOT))))
                : Optional.empty();
    }

    private Runnable set(String variable, boolean on, boolean persist) {
        return variable.equals("offline_mode")
                ? () -> server.setOfflineMode(on, persist)
                : () -> server.setReadOnly(changed(server.state().readOnly(), variable.equals("super_read_only"), on,
                        persist));
    }

    /** {@code super_read_only=ON} takes {@code read_only} with it, and {@code read_only=OFF} the other. */
    private static ReadOnly changed(ReadOnly before, boolean superReadOnly, boolean on, boolean persist) {
        Optional<Boolean> persisted = Optional.of(on);
        return superReadOnly
                ? new ReadOnly(before.readOnly() || on, on, before.persistedReadOnly(),
                        persist ? persisted : before.persistedSuperReadOnly())
                : new ReadOnly(on, before.superReadOnly() && on, persist ? persisted : before.persistedReadOnly(),
                        before.persistedSuperReadOnly());
    }

    /** Without {@code LOCAL} it goes into the binary log, also where nobody may write. */
    private void logFlush() {
        ServerState state = server.state();
        String uuid = state.identity().uuid();
        server.commitEmpty(GtidSet.of(uuid, state.executed().last(uuid) + 1));
    }

    private Runnable threads(boolean start, Optional<String> one) {
        return () -> {
            if (one.isEmpty() || one.get().equals("SQL_THREAD")) {
                applier(start);
            }
            if (one.isEmpty() || one.get().equals("IO_THREAD")) {
                receiver(start);
            }
        };
    }

    private void applier(boolean start) {
        if (start) {
            server.startApplier();
        } else {
            server.stopApplier();
        }
    }

    private void receiver(boolean start) {
        if (start) {
            server.startReceiver();
        } else {
            server.stopReceiver();
        }
    }
}
