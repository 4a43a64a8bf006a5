package dev.lifeboat.builtins.host;

import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.builtins.ssh.SshShell;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.world.Clock;
import java.time.Duration;

/** A host that is reached by SSH. Its power is switched from this machine. */
public final class SshHost extends CommandHost {
    private static final String NOTHING = ":";
    private final SshShell shell;

    public SshHost(String name, Inventory.Host host, SshShell shell, Clock clock) {
        super(name, host, new ShellCommand("this machine", clock));
        this.shell = shell;
    }

    @Override
    public boolean reachable(Duration limit) {
        try {
            return read(NOTHING, limit).exit() == 0;
        } catch (Failure outOfReach) {
            return false;
        }
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
        return shell.greeting(address, limit);
    }
}
