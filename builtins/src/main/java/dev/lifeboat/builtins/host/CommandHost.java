package dev.lifeboat.builtins.host;

import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.builtins.inventory.Inventory.Service;
import dev.lifeboat.interpreter.builtin.Failure;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A host on which everything is done by commands: services by systemd's or the inventory's. How a command gets there is the affair of those beneath. */
abstract class CommandHost implements Host {
    /** What an init script's {@code status} (LSB) ends with where the service does not run. */
    private static final int NOT_RUNNING = 3;
    private static final int NOT_ENABLED = 1;
    private static final Duration TO_ANSWER = Duration.ofSeconds(20);
    private static final Duration TO_ACT = Duration.ofMinutes(5);
    private static final int SHOWN = 20;
    private final String name;
    private final Inventory.Host host;
    private final ShellCommand switchboard;

    /** @param switchboard where commands that switch the power are run: not on the host, which may be off */
    CommandHost(String name, Inventory.Host host, ShellCommand switchboard) {
        this.name = name;
        this.host = host;
        this.switchboard = switchboard;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public ServiceState service(String service) {
        return command(service, Service::status, Systemd::status).map(command -> read(command, TO_ANSWER).exit())
                .map(CommandHost::state).orElse(ServiceState.UNKNOWN);
    }

    private static ServiceState state(int exit) {
        return exit == 0 ? ServiceState.RUNNING : exit == NOT_RUNNING ? ServiceState.STOPPED : ServiceState.UNKNOWN;
    }

    @Override
    public Autostart autostarts(String service) {
        return command(service, Service::isEnabled, Systemd::isEnabled)
                .map(command -> read(command, TO_ANSWER).exit())
                .map(exit -> exit == 0 ? Autostart.ON : exit == NOT_ENABLED ? Autostart.OFF : Autostart.UNKNOWN)
                .orElse(Autostart.UNKNOWN);
    }

    @Override
    public void startService(String service) {
        act("start", service, command(service, Service::start, Systemd::start));
    }

    @Override
    public void startServiceFenced(String service) {
        act("start_fenced", service, commands(service).startFenced());
    }

    @Override
    public void stopService(String service) {
        act("stop", service, command(service, Service::stop, Systemd::stop));
    }

    @Override
    public void killService(String service) {
        act("kill", service, command(service, Service::kill, Systemd::kill));
    }

    @Override
    public void autostart(String service, boolean on) {
        if (on) {
            act("enable", service, command(service, Service::enable, Systemd::enable));
        } else {
            act("disable", service, command(service, Service::disable, Systemd::disable));
        }
    }

    @Override
    public void power(boolean on) {
        Inventory.Power power = host.power()
                .orElseThrow(() -> Failure.of("The inventory says nothing of the power of host `" + name + "`.")
                        .hint("Add `power: {off: …, on: …}` to the host, or switch it by hand."));
        check("switch the power " + (on ? "on" : "off"),
                switchboard.run(on ? power.on() : power.off(), TO_ACT, true));
    }

    @Override
    public List<FileSystem> fileSystems() {
        Output output = read(FileSystems.COMMAND, TO_ANSWER);
        List<FileSystem> found = FileSystems.of(output.text());
        if (found.isEmpty()) {
            throw Failure.of("`df` on host `" + name + "` named no file system, and ended with status " + output.exit()
                    + ".").evidence(shown(output));
        }
        return found;
    }

    @Override
    public String log(String service, int lines) {
        String command = command(service, Service::log, unit -> unit.log(lines))
                .orElseThrow(() -> unsaid("read the log of", "log", service));
        Output output = read(command, TO_ANSWER);
        check("read the log of service `" + service + "`", output);
        List<String> all = output.text().lines().toList();
        return String.join("\n", all.subList(Math.max(0, all.size() - lines), all.size()));
    }

    private Service commands(String service) {
        return Optional.ofNullable(host.services().get(service))
                .orElseThrow(() -> Failure.of("The inventory has no service `" + service + "` on host `" + name + "`.")
                        .hint("Add it under `services:` of the host."));
    }

    /** The inventory's own comes first. */
    private Optional<String> command(String service, Function<Service, Optional<String>> own,
            Function<Systemd, String> systemd) {
        Service commands = commands(service);
        return own.apply(commands).or(() -> commands.unit().map(Systemd::new).map(systemd));
    }

    private void act(String verb, String service, Optional<String> command) {
        String line = command.orElseThrow(() -> unsaid(verb, verb, service));
        check(verb + " service `" + service + "`", run(line, TO_ACT));
    }

    private Failure unsaid(String doing, String key, String service) {
        return Failure
                .of("The inventory does not say how to " + doing + " service `" + service + "` on host `" + name
                        + "`.")
                .hint("Add `" + key + ": …` to the service.");
    }

    private void check(String doing, Output output) {
        if (output.exit() != 0) {
            throw Failure
                    .of("Could not " + doing + " on host `" + name + "`: the command ended with status " + output.exit()
                            + ".")
                    .evidence(shown(output)).hint("Try the command of the inventory by hand.");
        }
    }

    private static List<String> shown(Output output) {
        return output.text().lines().filter(line -> !line.isBlank()).limit(SHOWN).toList();
    }
}
