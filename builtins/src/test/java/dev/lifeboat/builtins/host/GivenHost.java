package dev.lifeboat.builtins.host;

import dev.lifeboat.builtins.inventory.Inventory.Address;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.interpreter.world.Clock;

/**
 * The host that each test of {@link HostContract} finds. Its service {@code mysql} is a server that runs and starts with the
 * machine; it is writable now, {@code read_only=OFF} is persisted, and all commands for it are in the inventory. The service
 * {@code bare} is in the inventory with no command at all. The host answers two commands: {@code echo hello} with the line
 * {@code hello} and status 0, {@code ls /nowhere} with a line that names it and status 2.
 */
public interface GivenHost {

    /** The adapters' own. */
    Clock clock();

    Host host();

    /** As {@link #host}, of which the inventory says nothing about power. */
    Host withoutPower();

    /** The server behind the service {@code mysql}. */
    MySqlServer server();

    /** Where that server listens. */
    Address address();

    /** SIGSTOP for that server. */
    void freeze();

    /** SIGCONT for it. */
    void thaw();
}
