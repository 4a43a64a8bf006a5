package dev.lifeboat.builtins.host;

import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.interpreter.world.Clock;
import java.time.Duration;

/** This machine: commands by its shell. */
public final class LocalHost extends CommandHost {
    private final ShellCommand shell;
    private final Clock clock;

    public LocalHost(String name, Inventory.Host host, Clock clock) {
        this(name, host, new ShellCommand(name, clock), clock);
    }

    private LocalHost(String name, Inventory.Host host, ShellCommand shell, Clock clock) {
        super(name, host, shell);
        this.shell = shell;
        this.clock = clock;
    }

    @Override
    public boolean reachable(Duration limit) {
        return true;
    }

    @Override
    public Output read(String command, Duration limit) {
        return shell.run(command, limit, false);
    }

    @Override
    public Output run(String command, Duration limit) {
        return shell.run(command, limit, true);
    }

    @Override
    public Greeting greeting(Inventory.Address address, Duration limit) {
        Duration remaining = clock.remaining();
        return new Door(address, remaining.compareTo(limit) < 0 ? remaining : limit).knock();
    }
}
