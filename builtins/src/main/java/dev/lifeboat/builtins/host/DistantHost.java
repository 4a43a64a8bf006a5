package dev.lifeboat.builtins.host;

import dev.lifeboat.interpreter.builtin.Failure;
import java.time.Duration;

/** A host that is reached over SSH, which this version of Lifeboat can't do: it counts as out of reach, and says why. */
public final class DistantHost implements Host {
    private final String name;

    public DistantHost(String name) {
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean reachable(Duration limit) {
        return false;
    }

    @Override
    public Output read(String command, Duration limit) {
        throw outOfReach();
    }

    @Override
    public Output run(String command, Duration limit) {
        throw outOfReach();
    }

    @Override
    public ServiceState service(String service) {
        return ServiceState.UNKNOWN;
    }

    @Override
    public Autostart autostarts(String service) {
        return Autostart.UNKNOWN;
    }

    @Override
    public void startService(String service) {
        throw outOfReach();
    }

    @Override
    public void startServiceFenced(String service) {
        throw outOfReach();
    }

    @Override
    public void stopService(String service) {
        throw outOfReach();
    }

    @Override
    public void killService(String service) {
        throw outOfReach();
    }

    @Override
    public void autostart(String service, boolean on) {
        throw outOfReach();
    }

    @Override
    public void power(boolean on) {
        throw outOfReach();
    }

    private Failure outOfReach() {
        return Failure.of("Host `" + name + "` is reached over SSH, which this version of Lifeboat can't do.")
                .hint("Leave `ssh:` out, and give commands that go there: `start: ssh … systemctl start mysql`; or do it by hand.");
    }
}
