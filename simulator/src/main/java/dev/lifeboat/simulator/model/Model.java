package dev.lifeboat.simulator.model;

import dev.lifeboat.builtins.inventory.Inventory.Address;
import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.simulator.model.Timeline.Alarm;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Supplier;

/**
 * The whole simulated world. What happens by itself (the application's writes, replication) is worked out when somebody looks or changes something, in the
 * order in which it happened: between two changes everything flows by rules that depend on time alone. So hours of it cost little, and nothing is lost.
 */
public final class Model implements Surroundings {
    private final Timeline timeline;
    private final Chance chance;
    private final Network network = new Network();
    private final Operation operation = new Operation();
    private final Perimeters perimeters = new Perimeters(this);
    private final SequencedMap<String, Server> servers = new LinkedHashMap<>();
    private final SequencedMap<String, Machine> machines = new LinkedHashMap<>();
    private final SequencedMap<String, Route> routes = new LinkedHashMap<>();
    private final Storage storage = new Storage();
    private final List<Writer> writers = new ArrayList<>();
    private final List<Application> applications = new ArrayList<>();
    private List<Server> sourcesFirst = List.of();

    public Model(Timeline timeline, long seed) {
        this.timeline = timeline;
        chance = new Chance(seed);
    }

    // What there is

    public Server addServer(String name, Address address) {
        Server server = new Server(name, address, servers.size() + 1L);
        server.acknowledgedBy(() -> (int) servers.values().stream().filter(one -> acknowledges(one, server)).count());
        servers.put(name, server);
        writers.add(new HeartbeatEvent(server,
                now().plus(chance.between("heartbeat/" + name, Duration.ofMillis(1), Duration.ofSeconds(1)))));
        sourcesFirst = List.copyOf(servers.sequencedValues());
        return server;
    }

    private static boolean acknowledges(Server replica, Server source) {
        return replica.semiSync().settings().replica()
                && replica.channel().filter(channel -> channel.receiver().hears(source)).isPresent();
    }

    public Machine addMachine(String name) {
        return machines.computeIfAbsent(name, Machine::new);
    }

    public Route addRoute(String name, List<Server> targets) {
        Route route = new Route(name, targets);
        routes.put(name, route);
        return route;
    }

    /** An application that writes through {@code route}, on average every {@code interval}. */
    public Application addApplication(Route route, Duration interval) {
        Application application = new Application(route, interval, now(), chance, operation,
                (at, value) -> operation.direct().map(server -> insertInto(server, at, Application.TABLE, value))
                        .orElseGet(() -> insertThrough(route, Network.APPLICATION, at, Application.TABLE, value)));
        writers.add(application);
        applications.add(application);
        return application;
    }

    public Collection<Server> servers() {
        return Collections.unmodifiableCollection(servers.sequencedValues());
    }

    public Optional<Server> server(String name) {
        return Optional.ofNullable(servers.get(name));
    }

    public Optional<Server> serverAt(String host, int port) {
        return servers.values().stream().filter(server -> server.address().equals(new Address(host, port))).findFirst();
    }

    public Optional<Machine> machine(String name) {
        return Optional.ofNullable(machines.get(name));
    }

    public Optional<Route> route(String name) {
        return Optional.ofNullable(routes.get(name));
    }

    public List<Application> applications() {
        return Collections.unmodifiableList(applications);
    }

    /** The one that Lifeboat steers. */
    public Optional<Application> application() {
        return applications.stream().findFirst();
    }

    /** Where backups lie. */
    public Storage storage() {
        return storage;
    }

    public Operation operation() {
        return operation;
    }

    public Perimeters perimeters() {
        return perimeters;
    }

    /** By which names of the network it comes to a server: its own, and those of all endpoints. */
    List<String> waysOfTheApplication() {
        List<String> ways = new ArrayList<>(routes.sequencedKeySet());
        ways.add(Network.APPLICATION);
        return ways;
    }

    public Network network() {
        return network;
    }

    // Time

    @Override
    public Instant now() {
        return timeline.now();
    }

    @Override
    public Chance chance() {
        return chance;
    }

    @Override
    public Alarm later(Duration after, Runnable happening) {
        return timeline.at(now().plus(after), () -> change(happening));
    }

    /** Works out everything that has happened by itself until now. */
    public void catchUp() {
        Instant now = now();
        for (Optional<Writer> due = due(now); due.isPresent(); due = due(now)) {
            due.get().write();
        }
        servers.values().forEach(server -> server.semiSync().settle(now));
        sourcesFirst.forEach(server -> server.channel().ifPresent(channel -> channel.advance(now)));
    }

    /** Who writes next, until {@code now}; of several at one moment the first that was added. */
    private Optional<Writer> due(Instant now) {
        Writer earliest = null;
        for (Writer writer : writers) {
            earliest = earliest == null || writer.next().isBefore(earliest.next()) ? writer : earliest;
        }
        return Optional.ofNullable(earliest).filter(writer -> !writer.next().isAfter(now));
    }

    /** Lets something be different from now on. */
    public void change(Runnable change) {
        change(() -> {
            change.run();
            return null;
        });
    }

    /** As {@link #change(Runnable)}, with an answer. */
    public <T> T change(Supplier<T> change) {
        catchUp();
        T answer = change.get();
        sourcesFirst = sourcesFirst();
        servers.values().forEach(server -> server.channel().ifPresent(channel -> channel.receiver().look()));
        return answer;
    }

    private List<Server> sourcesFirst() {
        return servers.values().stream().sorted(Comparator.comparingInt(this::depth)).toList();
    }

    /** How many sources are above it; a circle counts as long as there are servers. */
    private int depth(Server server) {
        int depth = 0;
        Optional<Channel> channel = server.channel();
        while (channel.isPresent() && depth < servers.size()) {
            channel = channel.get().receiver().source().channel();
            depth++;
        }
        return depth;
    }

    // Ways

    @Override
    public Line line(String from, Server to) {
        return cut(from, to.name()).or(() -> to.machine().flatMap(machine -> cut(from, machine))).orElseGet(to::line);
    }

    private Optional<Line> cut(String from, Machine to) {
        return cut(from, to.name()).or(() -> to.powered() ? Optional.empty() : Optional.of(Line.DROPPED));
    }

    private Optional<Line> cut(String from, String to) {
        return network.between(from, to).map(how -> how == Network.Cut.DROP ? Line.DROPPED : Line.REFUSED);
    }

    /** To which server {@code from} is led through {@code route} if it connects now; empty where to none. */
    public Optional<Server> led(Route route, String from) {
        return route.lead(from, now());
    }

    /** What {@code from} finds where it goes through {@code route}, which leads to {@code server}; refused where that leads nowhere. */
    public Line lineThrough(Route route, String from, Optional<Server> server) {
        Optional<Line> cut = route.isName() ? Optional.empty() : cut(from, route.name());
        String last = route.isName() ? from : route.name();
        return cut.orElseGet(() -> server.map(target -> line(last, target)).orElse(Line.REFUSED));
    }

    /** Inserts a row by the application's way and account. */
    public Written insertThrough(Route route, String from, Instant at, String table, String value) {
        Optional<Server> server = route.lead(from, at);
        return switch (lineThrough(route, from, server)) {
            case OPEN -> server.orElseThrow().insert(Account.APPLICATION, at, table, value);
            case REFUSED -> new Written.Refused(2003, "Can't connect to MySQL server");
            case HUNG, DROPPED -> new Written.Silent();
        };
    }

    /** Lets {@code route} follow its own belief: every server that is not read-only takes writes. */
    public void believeReadOnly(Route route, List<Server> candidates, Duration every) {
        writers.add(new ReadOnlyMonitor(route, candidates, every, this));
    }

    /** As {@link #insertThrough}, past all endpoints. */
    private Written insertInto(Server server, Instant at, String table, String value) {
        return switch (line(Network.APPLICATION, server)) {
            case OPEN -> server.insert(Account.APPLICATION, at, table, value);
            case REFUSED -> new Written.Refused(2003, "Can't connect to MySQL server");
            case HUNG, DROPPED -> new Written.Silent();
        };
    }

    /** The server that takes what the application writes now, whether it would or not; empty where nothing gets there. */
    public Optional<Server> destination(Application application) {
        if (operation.direct().isPresent()) {
            return operation.direct().filter(server -> line(Network.APPLICATION, server) == Line.OPEN);
        }
        Optional<Server> target = application.route().targets().stream().findFirst();
        return target.filter(
                server -> lineThrough(application.route(), Network.APPLICATION, target) == Line.OPEN);
    }

    /** Why its users can place no order, a sentence; empty where they can. */
    public Optional<String> whyNoOrderIsTaken(Application application) {
        if (!operation.writes()) {
            return Optional.of("The application takes no orders: it was told not to.");
        }
        return destination(application).isEmpty()
                ? Optional.of("The application does not reach its database.")
                : destination(application).filter(server -> !server.variables().writable())
                        .map(server -> "The application's database `" + server.name() + "` is read-only.");
    }

    // Changes; each is to be made inside change(…)

    /** Lets {@code replica} follow {@code source} by a new channel; what an old one had received is gone. */
    public void follow(Server replica, Server source, String user) {
        replica.follow(source, user, this);
        replica.channel().ifPresent(Channel::start);
    }

    /** {@code CHANGE REPLICATION SOURCE TO}, with the settings of Lifeboat; nothing is started. */
    public void changeSource(Server replica, Server source, String user) {
        replica.changeSource(source, user, this);
    }

    /** Begins with {@code data} in a whole cluster, as if the {@code primary} had written it long ago. */
    public void beginWith(Rows data, Server primary, long transactions, List<Server> cluster) {
        GtidSet set = GtidSet.of(primary.uuid(), 1, transactions);
        HeartbeatEvent.enabledFromTheStart(data, primary);
        cluster.forEach(server -> server.stored().beginWith(data, set));
    }
}
