package dev.lifeboat.simulator.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/** An application that places orders through an endpoint, one row each, and remembers what was acknowledged: the measure of outage and loss. */
public final class Application implements Writer {
    /** The application's orders. */
    public static final String TABLE = "shop.orders";
    /** The account of its sessions. */
    public static final String USER = "app";
    private static final int SESSIONS = 8;
    /** To whoever wants to order it is the same as a database that refuses. */
    private static final Written NOT_TAKEN = new Written.Refused(0, "The application takes no orders");

    private final Route route;
    private final Duration interval;
    private final Chance chance;
    private final Operation operation;
    private final BiFunction<Instant, String, Written> write;
    private final List<Order> acknowledged = new ArrayList<>();
    private Instant next;
    private long orders;
    private long refused;
    private Optional<Instant> firstRefused = Optional.empty();
    private Optional<Instant> backSince = Optional.empty();

    /** An order that was confirmed to a customer. */
    private record Order(Instant at, long key, String value) {}

    /**
     * @param now       it writes for the first time one interval later
     * @param operation whether it writes at all
     * @param write     writes a row where it is to go
     */
    Application(Route route, Duration interval, Instant now, Chance chance, Operation operation,
            BiFunction<Instant, String, Written> write) {
        this.route = route;
        this.interval = interval;
        this.chance = chance;
        this.operation = operation;
        this.write = write;
        next = now.plus(interval);
    }

    @Override
    public Instant next() {
        return next;
    }

    @Override
    public void write() {
        String value = "order " + ++orders;
        switch (operation.writes() ? write.apply(next, value) : NOT_TAKEN) {
            case Written.Committed row -> {
                operation.direct().or(route::lastLed).ifPresent(Application::connect);
                acknowledged.add(new Order(next, row.key(), value));
                backSince = firstRefused.isPresent() && backSince.isEmpty() ? Optional.of(next) : backSince;
            }
            case Written.Refused no -> refused();
            case Written.Silent no -> refused();
        }
        next = next.plus(chance.between("application", interval.dividedBy(2), interval.multipliedBy(3).dividedBy(2)));
    }

    private void refused() {
        refused++;
        firstRefused = firstRefused.or(() -> Optional.of(next));
        backSince = Optional.empty();
    }

    public Route route() {
        return route;
    }

    /** How many writes were acknowledged. */
    public long acknowledged() {
        return acknowledged.size();
    }

    /** How many were acknowledged after that moment. */
    public long acknowledgedSince(Instant moment) {
        return acknowledged.reversed().stream().takeWhile(order -> order.at().isAfter(moment)).count();
    }

    /** How many writes were not. */
    public long refusals() {
        return refused;
    }

    /** From the first refused write to the accepted one after which none was refused again; empty while they are refused. */
    public Optional<Duration> outage() {
        return firstRefused.isEmpty()
                ? Optional.of(Duration.ZERO)
                : backSince.map(back -> Duration.between(firstRefused.get(), back));
    }

    /** The age, at the first refusal, of the oldest acknowledged order that {@code server} has not got; zero where it has all. */
    public Duration loss(Server server) {
        return firstRefused.flatMap(failed -> lost(server).stream().findFirst()
                .map(order -> Duration.between(order.at(), failed)))
                .filter(age -> !age.isNegative()).orElse(Duration.ZERO);
    }

    /** How many acknowledged orders {@code server} has not got. */
    public long lostOrders(Server server) {
        return lost(server).size();
    }

    private List<Order> lost(Server server) {
        return acknowledged.stream()
                .filter(order -> !server.rows().get(TABLE, order.key()).equals(Optional.of(order.value()))).toList();
    }

    /** Its pool is filled with the first write; where its sessions were ended, it connects anew. */
    private static void connect(Server server) {
        if (!server.sessions().has(USER)) {
            IntStream.range(0, SESSIONS).forEach(i -> server.sessions().open(USER, Network.APPLICATION));
        }
    }
}
