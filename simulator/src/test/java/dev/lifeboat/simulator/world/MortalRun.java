package dev.lifeboat.simulator.world;

import static dev.lifeboat.interpreter.builtin.Effect.CHANGES;
import static dev.lifeboat.interpreter.builtin.Effect.DESTROYS;

import dev.lifeboat.builtins.Builtins;
import dev.lifeboat.builtins.ImplicitNames;
import dev.lifeboat.builtins.backup.FullBackups.Order;
import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.interpreter.builtin.PortEffect;
import dev.lifeboat.interpreter.builtin.Ports;
import dev.lifeboat.interpreter.builtin.Unchecked;
import dev.lifeboat.interpreter.journal.Journal;
import dev.lifeboat.interpreter.journal.MemoryJournal;
import dev.lifeboat.interpreter.replay.Resumption;
import dev.lifeboat.interpreter.run.Event;
import dev.lifeboat.interpreter.run.Recorded;
import dev.lifeboat.interpreter.run.Run;
import dev.lifeboat.interpreter.run.RunOutcome;
import dev.lifeboat.interpreter.run.RunSettings;
import dev.lifeboat.interpreter.run.World;
import dev.lifeboat.interpreter.world.Clock;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/** A run in the example estate whose process can be let die; the servers live on, and count what is changed. */
final class MortalRun {
    private final Inventory inventory = Stories.example();
    private final String runbook;
    private final Simulation simulation;
    private static final int ROWS = 1_000;
    private final Map<String, Integer> changes = new TreeMap<>();
    private final MortalJournal journal;

    /** @param runbook its name, as its file and the folder of its scenarios are called */
    MortalRun(String runbook, String scenario) {
        this.runbook = runbook;
        simulation = Simulation.of(inventory, Stories.scenario(runbook + "/" + scenario + ".yaml"), 1);
        journal = new MortalJournal(simulation.clock());
    }

    void dieAt(long record, boolean after) {
        journal.last = record;
        journal.afterIt = after;
    }

    List<Recorded> records() {
        return journal.records.records();
    }

    RunOutcome run() {
        RunSettings settings = new RunSettings("dry-run", true, 1, "senior_dba", Optional.empty(),
                new LinkedHashMap<>(), "", "", "", ImplicitNames.of(inventory, "ecommerce"), false, false);
        return run(settings, Resumption.NONE, simulation.clock());
    }

    RunOutcome resume() {
        List<Recorded> history = records();
        journal.revive();
        var began = (Event.RunBegan) history.getFirst().event();
        var settings = new RunSettings(began.run(), true, 1, began.operator(), Optional.of(began.incidentSince()),
                new LinkedHashMap<>(), "", "", "", began.names(), false, false);
        return run(settings, Resumption.of(history, "senior_dba", "test", new LinkedHashMap<>(), List.of()),
                new NewProcess(simulation.clock()));
    }

    private RunOutcome run(RunSettings settings, Resumption resumption, Clock clock) {
        var registry = Builtins.registry(inventory);
        var world = new World(clock, simulation.people(), new CountingPorts(), registry, journal,
                List.of(simulation.listener()), simulation.watch());
        return new Run(DryRun.program(Stories.source(runbook + ".runbook"), registry), world, settings,
                resumption).execute();
    }

    /** How often each change was made, by what it was. */
    Map<String, Integer> changes() {
        return changes;
    }

    /** Who takes writes, who follows whom, and where the application is sent. */
    String state() {
        var state = new StringBuilder("to " + Stories.endpoint(simulation).targets());
        inventory.clusters().values().stream().flatMap(
                cluster -> Stream.of(cluster.servers(), cluster.spares()).flatMap(all -> all.keySet().stream()))
                .forEach(name -> state.append('\n').append(name).append(": ").append(state(name)));
        return state.toString();
    }

    private String state(String name) {
        MySqlServer server = Stories.server(simulation, name);
        if (!server.reach(Duration.ofSeconds(1)).answered()) {
            return "not there";
        }
        var state = server.state();
        return state.readOnly() + (state.halfRestored() ? ", half restored" : "") + ", " + rows(name) + ", offline "
                + state.offlineMode() + ", skip " + state.skipReplicaStart() + ", purge "
                + state.autoPurge() + server.channels().stream().map(channel -> ", follows " + channel.sourceHost()
                        + " " + channel.receiver() + " " + channel.applier()).toList();
    }

    /** Whose rows they are shows whether something was loaded, and all of it. */
    private String rows(String name) {
        return simulation.model().server(name).orElseThrow().rows().table("shop.orders").size() >= ROWS
                ? "with the orders"
                : "without orders";
    }

    private final class CountingPorts implements Ports {
        private final Ports ports = simulation.ports();

        @Override
        public <P> Optional<P> find(Class<P> kind, String name) {
            return ports.find(kind, name).map(port -> kind.cast(Proxy.newProxyInstance(kind.getClassLoader(),
                    new Class<?>[]{kind}, (proxy, method, arguments) -> counted(port, name, method, arguments))));
        }

        private Object counted(Object port, String name, Method method, Object[] arguments) {
            try {
                Object answer = method.invoke(port, arguments);
                var effect = method.getAnnotation(PortEffect.class);
                if (effect != null && (effect.value() == CHANGES || effect.value() == DESTROYS)) {
                    changes.merge(name + "." + method.getName() + told(arguments), 1, Integer::sum);
                }
                return answer;
            } catch (InvocationTargetException e) {
                throw Unchecked.of(e.getCause());
            } catch (IllegalAccessException e) {
                throw new AssertionError(e);
            }
        }

        /** A backup bears the moment at which it was asked for, and that of a run which died is a later one. */
        private static String told(Object[] arguments) {
            return Stream.ofNullable(arguments).flatMap(Arrays::stream)
                    .map(argument -> argument instanceof Order order ? order.server() : String.valueOf(argument))
                    .toList().toString();
        }

        @Override
        public void whenNotModelled(java.util.function.Consumer<String> listener) {
            ports.whenNotModelled(listener);
        }
    }

    private static final class MortalJournal implements Journal {
        private final Clock clock;
        private MemoryJournal records;
        private long last = Long.MAX_VALUE;
        private boolean afterIt;
        private boolean dead;

        MortalJournal(Clock clock) {
            this.clock = clock;
            records = new MemoryJournal(clock);
        }

        @Override
        public Recorded append(String strand, Event event) {
            boolean lastOne = records.records().size() + 1 == last;
            if (!dead && (!lastOne || afterIt)) {
                var recorded = records.append(strand, event);
                if (!lastOne) {
                    return recorded;
                }
            }
            dead = true;
            throw new JournalLost("The process died.", null);
        }

        void revive() {
            records = new MemoryJournal(clock, records.records());
            dead = false;
            last = Long.MAX_VALUE;
        }

        @Override
        public void force() {
            // There is no disk behind it.
        }

        @Override
        public void close() {
            records.close();
        }
    }

    /** The world's clock, with tasks that are not those of the process that died. */
    private record NewProcess(Clock clock) implements Clock {
        @Override
        public Instant now() {
            return clock.now();
        }

        @Override
        public void sleep(Duration duration) {
            clock.sleep(duration);
        }

        @Override
        public Task fork(String name, Runnable body) {
            return clock.fork(name + " again", body);
        }

        @Override
        public <T> T within(Duration limit, Callable<T> body) {
            return clock.within(limit, body);
        }

        @Override
        public <T> T untimed(Callable<T> body) {
            return clock.untimed(body);
        }

        @Override
        public void shielded(Duration limit, Runnable body) {
            clock.shielded(limit, body);
        }

        @Override
        public Duration remaining() {
            return clock.remaining();
        }
    }
}
