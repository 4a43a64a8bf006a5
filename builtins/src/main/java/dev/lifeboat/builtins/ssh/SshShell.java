package dev.lifeboat.builtins.ssh;

import dev.lifeboat.builtins.host.Host.Output;
import dev.lifeboat.builtins.host.ShellCommand;
import dev.lifeboat.builtins.inventory.Secrets;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.world.Clock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Runs lines in the shell of a host that is reached by SSH. */
public final class SshShell {
    private final SshTarget target;
    private final Clock clock;
    private final SshLogin login;
    private volatile SshConnection connection;

    SshShell(SshTarget target, SshFiles files, Secrets secrets, Optional<Path> agent, Clock clock) {
        this.target = target;
        this.clock = clock;
        this.login = new SshLogin(target, files, secrets, agent);
    }

    /**
     * @throws Failure where it did not end in time, or could not be begun, or nobody saw its end
     */
    public Output run(String line, Duration limit, boolean changing) {
        ShellCommand.refuseTooLong(line, target.name());
        Duration remaining = clock.remaining();
        Duration capped = remaining.compareTo(limit) < 0 ? remaining : limit;
        if (capped.isZero()) {
            throw Failure.of("The time was up before `" + line + "` was begun on " + target + ".");
        }
        return connection().run(line, Deadline.in(capped), changing);
    }

    private synchronized SshConnection connection() {
        if (connection == null) {
            connection = new SshConnection(target, login);
        }
        return connection;
    }
}
