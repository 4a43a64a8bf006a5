package dev.lifeboat.builtins.ssh;

import dev.lifeboat.builtins.inventory.Inventory.Ssh;
import dev.lifeboat.builtins.inventory.Secrets;
import dev.lifeboat.interpreter.world.Clock;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The ways of a run to the hosts that are reached by SSH: one connection for each, made when it is first needed. Until then nothing of SSH is loaded. */
public final class SshConnections {
    private final SshFiles files;
    private final Secrets secrets;
    private final Optional<Path> agent;
    private final Clock clock;
    private final Map<String, SshShell> shells = new ConcurrentHashMap<>();

    /**
     * @param folder to which files of an inventory are relative
     * @param home   the user's, where keys and known hosts are
     * @param agent  the socket of the agent that holds the user's keys
     */
    public SshConnections(Path folder, Path home, Secrets secrets, Optional<Path> agent, Clock clock) {
        this.files = new SshFiles(folder, home);
        this.secrets = secrets;
        this.agent = agent;
        this.clock = clock;
    }

    /** With the agent that the environment names, as for {@code ssh}. */
    public static SshConnections of(Path folder, Secrets secrets, Clock clock) {
        return new SshConnections(folder, Path.of(System.getProperty("user.home")), secrets,
                Optional.ofNullable(System.getenv("SSH_AUTH_SOCK")).filter(path -> !path.isBlank()).map(Path::of),
                clock);
    }

    public SshShell shell(String host, Ssh way) {
        return shells.computeIfAbsent(host,
                name -> new SshShell(new SshTarget(name, way), files, secrets, agent, clock));
    }
}
