package dev.lifeboat.builtins.app;

import dev.lifeboat.interpreter.world.Clock;
import java.util.Optional;

/** The application that each test of {@link ApplicationContract} finds: it places orders on `db1`, and can be given `db2`. */
public interface GivenApplication {

    /** The adapters' own. */
    Clock clock();

    Application application();

    /** As {@link #application}, of which the inventory says nothing. */
    Application undeclared();

    /** The server on which an order arrives within the next seconds; empty where none does. */
    Optional<String> writesTo();

    /** Lets nobody steer it any more; it goes on as it is. */
    void vanish();

    /** Lets `db1` be gone at once. */
    void killDatabase();
}
