package dev.lifeboat.builtins.host;

import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.interpreter.world.Clock;
import java.time.Duration;

/** This machine: commands by its shell. */
public final class LocalHost extends CommandHost {
    private final ShellCommand shell;

    public LocalHost(String name, Inventory.Host host, Clock clock) {
        this(name, host, new ShellCommand(name, clock));
    }

    private LocalHost(String name, Inventory.Host host, ShellCommand shell) {
        super(name, host, shell);
        this.shell = shell;
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
}
