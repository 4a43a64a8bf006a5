package dev.lifeboat.builtins.ssh;

import dev.lifeboat.builtins.inventory.Inventory.SecretSource;
import dev.lifeboat.builtins.inventory.Inventory.Ssh;
import dev.lifeboat.builtins.inventory.Secrets;
import dev.lifeboat.builtins.lab.LabSshd;
import dev.lifeboat.interpreter.world.Clock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * A way to the sshd of a lab, as an inventory may say it; host {@code db1}.
 *
 * @param agent the socket of an agent
 */
public record Ways(LabSshd sshd, int port, Optional<Ssh.Key> key, Duration connectTimeout, Optional<Path> agent) {
    static final String PASSPHRASE = "open sesame";

    /** By the key that it lets in. */
    public static Ways to(LabSshd sshd) {
        return new Ways(sshd, sshd.port(), Optional.of(new Ssh.Key(sshd.key().toString(), Optional.empty())),
                Duration.ofSeconds(5), Optional.empty());
    }

    public Ways at(int other) {
        return new Ways(sshd, other, key, connectTimeout, agent);
    }

    Ways by(Path file) {
        return new Ways(sshd, port, Optional.of(new Ssh.Key(file.toString(), Optional.empty())), connectTimeout,
                agent);
    }

    Ways byEncrypted(Path file) {
        return new Ways(sshd, port, Optional.of(new Ssh.Key(file.toString(),
                Optional.of(new SecretSource.FromEnvironment("PASSPHRASE")))), connectTimeout, agent);
    }

    Ways byAgent(Path socket) {
        return new Ways(sshd, port, Optional.empty(), connectTimeout, Optional.of(socket));
    }

    Ways within(Duration timeout) {
        return new Ways(sshd, port, key, timeout, agent);
    }

    public Ssh ssh() {
        return new Ssh(sshd.user(), "127.0.0.1", port, key, Optional.of(sshd.knownHosts().toString()), connectTimeout);
    }

    public SshShell shell(Clock clock) {
        Secrets secrets = new Secrets(sshd.file("."), Map.of("PASSPHRASE", PASSPHRASE), text -> Optional.empty(),
                warning -> {});
        return new SshConnections(sshd.file("."), sshd.file("home"), secrets, agent, clock).shell("db1", ssh());
    }
}
