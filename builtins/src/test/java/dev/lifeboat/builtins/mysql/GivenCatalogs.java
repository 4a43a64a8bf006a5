package dev.lifeboat.builtins.mysql;

import dev.lifeboat.interpreter.world.Clock;

/**
 * The servers that each test of {@link ServerCatalogContract} finds: {@code db1}, the primary, and {@code db2}, its replica, which has all of it. The schema
 * {@code shop} has the table {@code orders}, the function {@code open_orders}, the event {@code close_day}, which is enabled on the primary, and the event
 * {@code delete_old_orders}, which is disabled there. The inventory has the logins {@code app} and {@code replication}; the option file of {@code db2} says
 * {@code super_read_only=ON}.
 */
public interface GivenCatalogs {

    /** The adapters' own. */
    Clock clock();

    ServerCatalog catalog(String server);

    /** The user that the application logs in as. */
    String application();

    /** Without a trace in the binary log, as if it had never been there. */
    void dropAccount(String server, String user);

    /** A session of that user that stays there until somebody ends it. */
    void openSession(String server, String user);
}
