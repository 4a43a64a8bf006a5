package dev.lifeboat.builtins.mysql;

import dev.lifeboat.builtins.mysql.MySqlServer.SourceSettings;
import dev.lifeboat.interpreter.world.Clock;

/**
 * The servers that each test of {@link MySqlServerContract} finds, all well, and what happens to them besides what Lifeboat
 * does:
 *
 * <ul>
 * <li>{@code db1}, the primary: writable, nothing persisted, an administrative port, nothing of {@code read_only} in its option
 * file. Its event writes the heartbeat each second.
 * <li>{@code db2}, its replica with a {@code replica_net_timeout} of 4 s; {@code db3}, its replica with MySQL's own 60 s. Both
 * have applied all of it, by a channel that {@link MySqlServer#changeSource} made. Their option files say
 * {@code super_read_only=ON}; nothing is persisted.
 * </ul>
 *
 * All have a few rows of the application's. Only the way to {@code db3} can be cut.
 */
public interface GivenServers {

    /** The adapters' own. */
    Clock clock();

    /** As the adapter that is tested reaches it. */
    MySqlServer server(String name);

    /** How a replica follows that server. */
    SourceSettings source(String name);

    /**
     * The application, which has no privileges but those on its data, commits a row there.
     *
     * @return 0, or MySQL's error number where it was refused
     */
    int order(String server);

    /** A session of the application that stays there until somebody ends it. */
    void openSession(String server);

    /** A session of the application with a transaction that has written a row and is not committed. */
    void openTransaction(String server);

    /** Commits what {@link #openTransaction} began. @return 0, or MySQL's error number where it was refused */
    int commit(String server);

    /** A session of the application that holds what a fence has to wait for, until somebody ends it. */
    void holdLock(String server);

    /** Sessions of the application take every connection; what administrators have besides is taken too. */
    void useUpConnections(String server);

    /** The application changes its oldest order. @return 0, or MySQL's error number where it was refused */
    int amend(String server);

    /** The application's oldest order vanishes there without a trace in the binary log. */
    void lose(String server);

    /** From now on it makes two attempts to connect to its source, a second apart, before it gives up. */
    void giveFewRetries(String replica);

    /** From its next start on it throws away what it has received, as {@code relay_log_recovery} says. */
    void recoverRelayLogAtStart(String replica);

    /** Changes a row of the application's without a trace in the binary log: from then on its data are not its source's. */
    void spoil(String server);

    /** Purges all of its binary log but what is written from now on. */
    void purge(String server);

    /** SIGKILL. */
    void kill(String server);

    /** As its service does: by its option file and what is persisted. */
    void start(String server);

    void freeze(String server);

    void thaw(String server);

    /** From now on packets from Lifeboat to {@code db3} vanish, and from nobody else. */
    void cut();

    void heal();
}
