package dev.lifeboat.builtins.lab;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * An application that places orders: it commits rows of {@code shop.orders} through a port, one by one unless it is told
 * otherwise, and notes for each whether the commit was acknowledged. After an error it connects anew and goes on with the
 * next rows, so that no row is tried twice: one that was refused may be there all the same, if only the answer was lost.
 */
public final class AcknowledgedWriter implements AutoCloseable {
    private static final int CONNECT_MILLIS = 1_000;
    private static final int SOCKET_MILLIS = 2_000;
    /** Where nobody answers, trying again at once would keep a core busy. */
    private static final Duration AFTER_ERROR = Duration.ofMillis(20);

    /** How far behind its rate it may be and catch up; what it could not write in an outage it never writes. */
    private static final Duration MOST_BEHIND = Duration.ofMillis(200);

    /** A row whose commit the application was told of, and when. */
    public record Acknowledged(long id, Instant at) {}

    /** A row whose commit failed or was not answered: when it was asked for, when the application knew, and what it was told. */
    public record Refused(long id, Instant asked, Instant at, String reason) {}

    // Rows of several writers of one test never meet.
    private static final AtomicLong NEXT_ID = new AtomicLong(1);

    private final int port;
    private final List<Acknowledged> acknowledged = Collections.synchronizedList(new ArrayList<>());
    private final List<Refused> refused = Collections.synchronizedList(new ArrayList<>());
    private volatile boolean stopping;
    private int rowsPerTransaction = 1;
    private Thread thread;
    private Connection connection;

    private AcknowledgedWriter(int port) {
        this.port = port;
    }

    /** Through that port of 127.0.0.1: a server's, HAProxy's, a {@link CutPort}'s. */
    public static AcknowledgedWriter through(int port) {
        return new AcknowledgedWriter(port);
    }

    /** Each commit is one of so many rows, of which either all are there or none. */
    public AcknowledgedWriter inTransactionsOf(int rows) {
        rowsPerTransaction = rows;
        return this;
    }

    /** Begins to write so many rows a second, fewer if the server is slower. */
    public AcknowledgedWriter start(int rowsPerSecond) {
        var every = Duration.ofSeconds(rowsPerTransaction).dividedBy(rowsPerSecond);
        thread = Thread.ofVirtual().start(() -> run(every));
        return this;
    }

    private void run(Duration every) {
        var next = Instant.now();
        while (!stopping) {
            write(nextIds());
            next = later(next.plus(every), Instant.now().minus(MOST_BEHIND));
            pauseUntil(next);
        }
    }

    private static void pauseUntil(Instant next) {
        var left = Duration.between(Instant.now(), next);
        if (left.isPositive()) {
            Await.pause(left);
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private List<Long> nextIds() {
        var first = NEXT_ID.getAndAdd(rowsPerTransaction);
        return LongStream.range(first, first + rowsPerTransaction).boxed().toList();
    }

    private void write(List<Long> ids) {
        var asked = Instant.now();
        try {
            insert(ids);
            var at = Instant.now();
            acknowledged.addAll(ids.stream().map(id -> new Acknowledged(id, at)).toList());
        } catch (SQLException failed) {
            var at = Instant.now();
            refused.addAll(ids.stream().map(id -> new Refused(id, asked, at, failed.getMessage())).toList());
            disconnect();
            Await.pause(AFTER_ERROR);
        }
    }

    private void insert(List<Long> ids) throws SQLException {
        if (connection == null) {
            connection = LabSession.open(port, LabAccounts.APPLICATION, LabAccounts.APPLICATION_PASSWORD, "shop",
                    CONNECT_MILLIS, SOCKET_MILLIS);
        }
        LabSession.execute(connection, ids.stream().map(id -> "(" + id + ", 'order " + id + "')")
                .collect(Collectors.joining(", ", "INSERT INTO orders (id, note) VALUES ", "")));
    }

    private void disconnect() {
        try {
            if (connection != null) {
                connection.abort(Runnable::run);
            }
        } catch (SQLException alreadyGone) {
            // What it was told is noted; the next row is written through another connection.
        }
        connection = null;
    }

    /** Lets the rows on the way be answered, or time out, and ends. */
    public void stop() {
        stopping = true;
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        disconnect();
    }

    public List<Acknowledged> acknowledged() {
        return List.copyOf(acknowledged);
    }

    public List<Refused> refused() {
        return List.copyOf(refused);
    }

    /** Those of the acknowledged rows that this server does not have now. */
    public List<Acknowledged> missingOn(LabServer server) throws SQLException {
        var there = server.query("SELECT id FROM shop.orders").stream().map(row -> Long.valueOf(row.get("id")))
                .collect(Collectors.toSet());
        return acknowledged().stream().filter(row -> !there.contains(row.id())).toList();
    }

    /** The first write that failed: when it was asked for, and when the application knew. */
    public Optional<Refused> firstRefusal() {
        return refused().stream().findFirst();
    }

    /** The first write that was acknowledged after that moment. */
    public Optional<Acknowledged> firstAcceptedAfter(Instant moment) {
        return acknowledged().stream().filter(row -> row.at().isAfter(moment)).findFirst();
    }

    /** Waits until so many rows more than now are acknowledged. */
    public void awaitMore(int rows) {
        var wanted = acknowledged.size() + rows;
        Await.until(rows + " more rows are acknowledged", Duration.ofSeconds(60), () -> acknowledged.size() >= wanted);
    }

    /** Also where it never began. */
    @Override
    public void close() {
        if (thread != null && !stopping) {
            stop();
        }
    }
}
