package dev.lifeboat.builtins.ssh;

import dev.lifeboat.builtins.host.Greeting;
import dev.lifeboat.builtins.host.Host.Output;
import dev.lifeboat.builtins.host.ShellCommand;
import dev.lifeboat.builtins.inventory.Inventory.Address;
import dev.lifeboat.builtins.inventory.Secrets;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.world.Clock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.apache.sshd.client.session.ClientSession;

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
        Duration capped = capped(limit);
        if (capped.isZero()) {
            throw Failure.of("The time was up before `" + line + "` was begun on " + target + ".");
        }
        return connection().run(line, Deadline.in(capped), changing);
    }

    /**
     * What answers at {@code address}, seen from there. By a login of its own: that the host is there is no older than the answer.
     *
     * @throws Failure where nobody there can tell
     */
    public Greeting greeting(Address address, Duration limit) {
        Deadline end = Deadline.in(capped(limit.plus(target.way().connectTimeout())));
        try {
            ClientSession session = login.open(end.orIn(target.way().connectTimeout()));
            try {
                return new RemoteDoor(target, session, address).knock(end.orIn(limit));
            } finally {
                session.close(true);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Failure.of("Whether MySQL answers at " + address + " was not seen: it was cancelled before.");
        }
    }

    /** No longer than the step still has. */
    private Duration capped(Duration limit) {
        Duration remaining = clock.remaining();
        return remaining.compareTo(limit) < 0 ? remaining : limit;
    }

    private synchronized SshConnection connection() {
        if (connection == null) {
            connection = new SshConnection(target, login);
        }
        return connection;
    }
}
