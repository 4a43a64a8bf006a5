package dev.lifeboat.simulator.world;

import dev.lifeboat.builtins.host.Greeting;
import dev.lifeboat.builtins.host.Host;
import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.value.Value;
import dev.lifeboat.simulator.model.Line;
import dev.lifeboat.simulator.model.Machine;
import dev.lifeboat.simulator.model.Network;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A machine of the model. Its services are started and stopped as the inventory's commands would; what is missing in the inventory is missing here as well.
 * Any other command answers what the scenario says, or is not modelled.
 */
final class SimHost implements Host {
    private static final Duration TO_CONNECT = Duration.ofSeconds(3);
    private static final long DISK = 500_000_000_000L;
    private static final long USED = 200_000_000_000L;

    private final SimWorld world;
    private final Machine machine;
    private final Inventory.Host declared;

    SimHost(SimWorld world, Machine machine, Inventory.Host declared) {
        this.world = world;
        this.machine = machine;
        this.declared = declared;
    }

    @Override
    public String name() {
        return machine.name();
    }

    @Override
    public boolean reachable(Duration limit) {
        boolean there = there();
        world.spending().spend(there ? world.spending().of(Cost.COMMAND) : limit);
        return there;
    }

    private boolean there() {
        return machine.powered()
                && world.model().network().between(Network.LIFEBOAT, machine.name()).isEmpty();
    }

    @Override
    public Output read(String command, Duration limit) {
        return answer(command);
    }

    @Override
    public Output run(String command, Duration limit) {
        return answer(command);
    }

    private Output answer(String command) {
        connect("run `" + command + "`", Cost.COMMAND);
        return Optional.ofNullable(world.scenario().commands().get(name())).map(answers -> answers.get(command))
                .orElseThrow(() -> world.notModelled("what `" + command + "` does on host `" + name()
                        + "`; a scenario can say it under `commands:`"));
    }

    private void connect(String doing, Cost cost) {
        if (!there()) {
            world.spending().spend(TO_CONNECT);
            throw Failure.of("Host `" + name() + "` can't be reached: no answer to a connection.");
        }
        if (!world.spending().spend(cost)) {
            throw Failure.unknown("The time was up before host `" + name() + "` answered: could not " + doing + ".");
        }
    }

    @Override
    public ServiceState service(String service) {
        Inventory.Service commands = commands(service);
        if (commands.status().or(commands::unit).isEmpty()) {
            return ServiceState.UNKNOWN;
        }
        connect("look after service `" + service + "`", Cost.COMMAND);
        return machine.running(service) ? ServiceState.RUNNING : ServiceState.STOPPED;
    }

    @Override
    public Autostart autostarts(String service) {
        Inventory.Service commands = commands(service);
        if (commands.isEnabled().or(commands::unit).isEmpty()) {
            return Autostart.UNKNOWN;
        }
        connect("look after service `" + service + "`", Cost.COMMAND);
        return machine.autostart(service) ? Autostart.ON : Autostart.OFF;
    }

    @Override
    public void startService(String service) {
        act("start", service, commands(service).start().or(() -> unit(service)), Cost.SERVICE_START,
                () -> machine.start(service, false));
    }

    @Override
    public void startServiceFenced(String service) {
        act("start_fenced", service, commands(service).startFenced(), Cost.SERVICE_START,
                () -> machine.start(service, true));
    }

    @Override
    public void stopService(String service) {
        act("stop", service, commands(service).stop().or(() -> unit(service)), Cost.SERVICE_STOP,
                () -> machine.stop(service));
    }

    @Override
    public void killService(String service) {
        act("kill", service, commands(service).kill().or(() -> unit(service)), Cost.COMMAND,
                () -> machine.stop(service));
    }

    @Override
    public void autostart(String service, boolean on) {
        Inventory.Service commands = commands(service);
        act(on ? "enable" : "disable", service, (on ? commands.enable() : commands.disable()).or(commands::unit),
                Cost.COMMAND, () -> machine.autostart(service, on));
    }

    /** By what the inventory names: a management board, a hypervisor. It needs no way to the machine itself. */
    @Override
    public void power(boolean on) {
        if (declared.power().isEmpty()) {
            throw Failure.of("The inventory says nothing of the power of host `" + name() + "`.")
                    .hint("Add `power: {off: …, on: …}` to the host, or switch it by hand.");
        }
        if (!world.spending().spend(Cost.POWER)) {
            throw Failure.unknown("The time was up before the power of host `" + name() + "` was switched.");
        }
        world.model().change(() -> machine.power(on));
    }

    @Override
    public Greeting greeting(Inventory.Address address, Duration limit) {
        connect("look whether MySQL answers at " + address, Cost.COMMAND);
        Line line = world.model().serverAt(address.host(), address.port())
                .map(server -> world.model().line(name(), server)).orElse(Line.REFUSED);
        return switch (line) {
            case OPEN -> after(Cost.REFUSAL, Greeting.GREETS);
            case REFUSED -> after(Cost.REFUSAL, Greeting.CLOSED);
            case HUNG -> after(limit, Greeting.SILENT);
            case DROPPED -> after(limit, Greeting.CLOSED);
        };
    }

    private Greeting after(Cost cost, Greeting greeting) {
        return after(world.spending().of(cost), greeting);
    }

    private Greeting after(Duration time, Greeting greeting) {
        world.spending().spend(time);
        return greeting;
    }

    /** One disk, of which less than half is used where the scenario does not fill it. */
    @Override
    public List<FileSystem> fileSystems() {
        connect("look at its disk", Cost.COMMAND);
        long used = machine.diskFull() ? DISK : USED;
        return List.of(new FileSystem("/", new Value.Size(DISK), new Value.Size(used), new Value.Size(DISK - used)));
    }

    @Override
    public String log(String service, int lines) {
        Inventory.Service commands = commands(service);
        if (commands.log().or(commands::unit).isEmpty()) {
            throw Failure.of("The inventory does not say how to read the log of service `" + service + "` on host `"
                    + name() + "`.").hint("Add `log: …` to the service.");
        }
        connect("read the log of service `" + service + "`", Cost.COMMAND);
        List<String> all = machine.log(service);
        return String.join("\n", all.subList(Math.max(0, all.size() - lines), all.size()));
    }

    private Inventory.Service commands(String service) {
        Map<String, Inventory.Service> services = declared.services();
        return Optional.ofNullable(services.get(service)).orElseThrow(
                () -> Failure.of("The inventory has no service `" + service + "` on host `" + name() + "`.")
                        .hint("Add it under `services:` of the host."));
    }

    private Optional<String> unit(String service) {
        return commands(service).unit();
    }

    private void act(String verb, String service, Optional<String> command, Cost cost, Runnable change) {
        if (command.isEmpty()) {
            throw Failure.of("The inventory does not say how to " + verb + " service `" + service + "` on host `"
                    + name() + "`.").hint("Add `" + verb + ": …` to the service.");
        }
        connect(verb + " service `" + service + "`", cost);
        world.model().change(change);
    }
}
