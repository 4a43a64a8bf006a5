package dev.lifeboat.builtins.mysql;

import dev.lifeboat.interpreter.world.Clock;

/**
 * The servers that each test of {@link BinaryLogsContract} and {@link InstanceContract} finds: {@code db1}, the primary, whose binary logs can be read on its host as well, and {@code db2}, its
 * replica, which has applied all of it.
 */
public interface GivenLogs {

    Clock clock();

    BinaryLogs logs(String server);

    Instance instance(String server);

    MySqlServer server(String name);

    /** How a clone of that server is asked for. */
    Instance.Donor donor(String server);

    /** The application inserts an order there. @return its GTID */
    GtidSet insert(String server, long id, String note);

    GtidSet update(String server, long id, String note);

    GtidSet delete(String server, long id);

    /** SIGKILL. */
    void kill(String server);

    void start(String server);
}
