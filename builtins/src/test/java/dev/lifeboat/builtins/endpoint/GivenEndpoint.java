package dev.lifeboat.builtins.endpoint;

import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.interpreter.world.Clock;

/**
 * What each test of {@link EndpointContract} finds: an endpoint named {@code orders} that leads to the server {@code db1}, which
 * takes writes, while {@code db2}, which follows it, takes none. Both have schema {@code lifeboat}.
 */
public interface GivenEndpoint {

    /** The adapters' own. */
    Clock clock();

    Endpoint endpoint();

    /** {@code db1} or {@code db2}, as Lifeboat reaches it. */
    MySqlServer server(String name);

    /** Whether it can lead to more than one server at a time. */
    default boolean leadsToSeveral() {
        return true;
    }

    /** SIGKILL. */
    void kill(String server);

    void freeze(String server);

    /** Opens a session of the application's by its own way, which stays there until somebody ends it. */
    void openSession();
}
