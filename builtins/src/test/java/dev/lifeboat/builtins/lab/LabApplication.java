package dev.lifeboat.builtins.lab;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.lifeboat.builtins.lab.AcknowledgedWriter.Acknowledged;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/**
 * A shop: it places orders (an {@link AcknowledgedWriter}), and obeys by HTTP whoever has its token. It looks at its settings, which name its database, only
 * when it starts, as many an application does. {@code PUT} and {@code DELETE} switch {@code /admin/maintenance} and {@code /admin/read-only} on and off,
 * {@code GET} asks; {@code PUT /admin/database?server=host:port} changes its settings; {@code POST /admin/restart} restarts it; {@code GET /health} says
 * whether orders are taken; {@code GET /orders} lists the numbers of those that were acknowledged.
 */
public final class LabApplication implements AutoCloseable {
    public static final String TOKEN = "Bearer shop-secret";
    private static final Duration FRESH = Duration.ofSeconds(2);

    private final HttpServer http;
    private final int ordersPerSecond;
    private final List<AcknowledgedWriter> writers = new CopyOnWriteArrayList<>();
    private String configured;
    private String takenUp;
    private boolean maintenance;
    private boolean readOnly;
    private boolean writing;

    private LabApplication(String database, int ordersPerSecond) throws IOException {
        configured = database;
        takenUp = database;
        this.ordersPerSecond = ordersPerSecond;
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        http.createContext("/", this::handle);
    }

    /** @param database {@code host:port} of a server or an endpoint */
    public static LabApplication start(String database, int ordersPerSecond) throws IOException {
        var application = new LabApplication(database, ordersPerSecond);
        application.http.start();
        application.settle();
        return application;
    }

    /** Where it obeys. */
    public String url() {
        return "http://127.0.0.1:" + http.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var allowed = TOKEN.equals(exchange.getRequestHeaders().getFirst("Authorization"));
            var answer = allowed ? answer(exchange) : new Answer(403, "no " + TOKEN + " was sent");
            var body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private record Answer(int status, String body) {}

    private synchronized Answer answer(HttpExchange exchange) {
        var method = exchange.getRequestMethod();
        var query = exchange.getRequestURI().getQuery();
        return switch (exchange.getRequestURI().getPath()) {
            case "/admin/maintenance" -> turned(method, maintenance, on -> maintenance = on);
            case "/admin/read-only" -> turned(method, readOnly, on -> readOnly = on);
            case "/admin/database" -> database(method, query);
            case "/admin/restart" -> restart();
            case "/health" -> health();
            case "/orders" -> new Answer(200, String.join("\n", acknowledged().stream().map(Acknowledged::id)
                    .map(String::valueOf).toList()));
            default -> new Answer(404, "there is no " + exchange.getRequestURI());
        };
    }

    private interface Turn {
        void to(boolean on);
    }

    private Answer turned(String method, boolean now, Turn turn) {
        if (method.equals("GET")) {
            return new Answer(200, now ? "on" : "off");
        }
        turn.to(method.equals("PUT"));
        settle();
        return new Answer(204, "");
    }

    private Answer database(String method, String query) {
        if (method.equals("GET")) {
            return new Answer(200, configured);
        }
        configured = URLDecoder.decode(query.replaceFirst("^server=", ""), StandardCharsets.UTF_8);
        return new Answer(204, "");
    }

    private Answer restart() {
        pause();
        takenUp = configured;
        settle();
        return new Answer(204, "");
    }

    private Answer health() {
        if (maintenance || readOnly) {
            return new Answer(503, "told to take no orders");
        }
        var fresh = acknowledged().stream().anyMatch(order -> order.at().isAfter(Instant.now().minus(FRESH)));
        return fresh ? new Answer(200, "orders are taken") : new Answer(503, "no order was taken lately");
    }

    /** Writes, or does not, as it was told. */
    private synchronized void settle() {
        var wanted = !maintenance && !readOnly;
        if (wanted && !writing) {
            var port = Integer.parseInt(takenUp.substring(takenUp.lastIndexOf(':') + 1));
            writers.add(AcknowledgedWriter.through(port).start(ordersPerSecond));
            writing = true;
        } else if (!wanted) {
            pause();
        }
    }

    private void pause() {
        if (writing) {
            writers.getLast().stop();
            writing = false;
        }
    }

    /** All orders that its users were told are placed, in that order. */
    public List<Acknowledged> acknowledged() {
        return writers.stream().flatMap(writer -> writer.acknowledged().stream()).toList();
    }

    /** Whether an order is placed within a few seconds from now. */
    public boolean takesOrders() {
        var before = acknowledged().size();
        var end = Instant.now().plus(FRESH);
        while (acknowledged().size() == before && Instant.now().isBefore(end)) {
            Await.pause(Duration.ofMillis(20));
        }
        return acknowledged().size() > before;
    }

    /** Nothing listens any more where it obeyed; it goes on placing orders. */
    public void vanish() {
        http.stop(0);
    }

    @Override
    public synchronized void close() {
        vanish();
        pause();
    }
}
