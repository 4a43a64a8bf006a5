package dev.lifeboat.builtins.host;

import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.builtins.inventory.Inventory.Service;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.world.Clock;
import java.time.Duration;
import java.util.Optional;

/** This machine: commands by its shell, services by systemd or by the inventory's commands. */
public final class LocalHost implements Host {
    /** What {@code systemctl is-active} and an init script's {@code status} (LSB) end with where the service does not run. */
    private static final int NOT_RUNNING = 3;
    private static final Duration TO_ANSWER = Duration.ofSeconds(20);
    private static final Duration TO_ACT = Duration.ofMinutes(5);
    private final String name;
    private final Inventory.Host host;
    private final ShellCommand shell;

    public LocalHost(String name, Inventory.Host host, Clock clock) {
        this.name = name;
        this.host = host;
        this.shell = new ShellCommand(name, clock);
    }

    @Override
    public String name() {
        return name;
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
    public ServiceState service(String service) {
        Service commands = commands(service);
        Optional<String> status = commands.status()
                .or(() -> commands.unit().map(unit -> "systemctl is-active --quiet " + ShellCommand.quote(unit)));
        return status.map(command -> read(command, TO_ANSWER).exit()).map(LocalHost::state)
                .orElse(ServiceState.UNKNOWN);
    }

    private static ServiceState state(int exit) {
        return exit == 0 ? ServiceState.RUNNING : exit == NOT_RUNNING ? ServiceState.STOPPED : ServiceState.UNKNOWN;
    }

    @Override
    public void startService(String service) {
        Service commands = commands(service);
        act("start", service, commands.start().or(() -> systemctl("start", commands)));
    }

    @Override
    public void startServiceFenced(String service) {
        act("start_fenced", service, commands(service).startFenced());
    }

    @Override
    public void stopService(String service) {
        Service commands = commands(service);
        act("stop", service, commands.stop().or(() -> systemctl("stop", commands)));
    }

    @Override
    public void killService(String service) {
        Service commands = commands(service);
        act("kill", service, commands.kill().or(() -> systemctl("kill --signal=SIGKILL", commands)));
    }

    /** {@code systemctl is-enabled} and the inventory's `is_enabled` end with 0 where it starts with the machine. */
    @Override
    public Autostart autostarts(String service) {
        Service commands = commands(service);
        return commands.isEnabled().or(() -> systemctl("is-enabled --quiet", commands))
                .map(command -> read(command, TO_ANSWER).exit() == 0 ? Autostart.ON : Autostart.OFF)
                .orElse(Autostart.UNKNOWN);
    }

    @Override
    public void autostart(String service, boolean on) {
        Service commands = commands(service);
        if (on) {
            act("enable", service, commands.enable().or(() -> systemctl("enable", commands)));
        } else {
            act("disable", service, commands.disable().or(() -> systemctl("disable", commands)));
        }
    }

    @Override
    public void power(boolean on) {
        Inventory.Power power = host.power()
                .orElseThrow(() -> Failure.of("The inventory says nothing of the power of host `" + name + "`.")
                        .hint("Add `power: {off: …, on: …}` to the host, or switch it by hand."));
        check("switch the power " + (on ? "on" : "off"), run(on ? power.on() : power.off(), TO_ACT));
    }

    private Service commands(String service) {
        return Optional.ofNullable(host.services().get(service))
                .orElseThrow(() -> Failure.of("The inventory has no service `" + service + "` on host `" + name + "`.")
                        .hint("Add it under `services:` of the host."));
    }

    private static Optional<String> systemctl(String verb, Service commands) {
        return commands.unit().map(unit -> "systemctl " + verb + " " + ShellCommand.quote(unit));
    }

    private void act(String verb, String service, Optional<String> command) {
        String line = command.orElseThrow(() -> Failure
                .of("The inventory does not say how to " + verb + " service `" + service + "` on host `" + name + "`.")
                .hint("Add `" + verb + ": …` to the service."));
        check(verb + " service `" + service + "`", run(line, TO_ACT));
    }

    private void check(String doing, Output output) {
        if (output.exit() != 0) {
            throw Failure
                    .of("Could not " + doing + " on host `" + name + "`: the command ended with status " + output.exit()
                            + ".")
                    .evidence(output.text().lines().filter(line -> !line.isBlank()).limit(20).toList())
                    .hint("Try the command of the inventory by hand.");
        }
    }
}
