package dev.lifeboat.builtins.fakes;

import dev.lifeboat.builtins.host.Greeting;
import dev.lifeboat.builtins.host.Host;
import dev.lifeboat.builtins.inventory.Inventory.Address;
import dev.lifeboat.interpreter.builtin.Failure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A fake for decision tables: a host with one service, as a test says it is. */
public final class FakeHost implements Host {
    private final String name;
    public boolean reachable = true;
    public ServiceState state = ServiceState.STOPPED;
    public Autostart autostart = Autostart.OFF;
    public boolean powerWorks = true;
    public List<FileSystem> fileSystems = List.of();
    public String log = "";
    /** What it meets at which address; elsewhere nobody takes its connections. */
    public final Map<Address, Greeting> greetings = new HashMap<>();
    public final List<String> calls = new ArrayList<>();
    /** What else happens when its service starts. */
    public Runnable onStart = () -> {};
    public Runnable onFencedStart = () -> {};

    public FakeHost(String name) {
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean reachable(Duration limit) {
        return reachable;
    }

    @Override
    public Output read(String command, Duration limit) {
        if (!reachable) {
            throw Failure.of("Could not reach host `" + name + "`: no answer.").hint("Look whether it is up.");
        }
        return new Output(0, "");
    }

    @Override
    public Output run(String command, Duration limit) {
        calls.add("run " + command);
        return new Output(0, "");
    }

    @Override
    public ServiceState service(String service) {
        return state;
    }

    @Override
    public Autostart autostarts(String service) {
        return autostart;
    }

    @Override
    public void startService(String service) {
        calls.add("start");
        state = ServiceState.RUNNING;
        onStart.run();
    }

    @Override
    public void startServiceFenced(String service) {
        calls.add("start fenced");
        state = ServiceState.RUNNING;
        onFencedStart.run();
    }

    @Override
    public void stopService(String service) {
        calls.add("stop");
        state = ServiceState.STOPPED;
    }

    @Override
    public void killService(String service) {
        calls.add("kill");
        state = ServiceState.STOPPED;
    }

    @Override
    public void autostart(String service, boolean on) {
        calls.add("autostart " + on);
        autostart = on ? Autostart.ON : Autostart.OFF;
    }

    @Override
    public void power(boolean on) {
        if (!powerWorks) {
            throw Failure.of("The switch of `" + name + "` does not answer.");
        }
        calls.add("power " + on);
        reachable = on;
    }

    @Override
    public Greeting greeting(Address address, Duration limit) {
        if (!reachable) {
            throw Failure.of("Could not reach host `" + name + "`: no answer.");
        }
        return greetings.getOrDefault(address, Greeting.CLOSED);
    }

    @Override
    public List<FileSystem> fileSystems() {
        return fileSystems;
    }

    @Override
    public String log(String service, int lines) {
        return log;
    }
}
