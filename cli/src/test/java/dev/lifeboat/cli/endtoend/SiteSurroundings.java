package dev.lifeboat.cli.endtoend;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.lifeboat.builtins.lab.CutPort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.concurrent.Executors;
import java.util.function.LongSupplier;

/**
 * What is around the servers of two sites, each obeying by HTTP: the ways of the application into site `main`, which `PUT` and `DELETE /main/closed` shut and
 * open and of which `GET` tells; and what measures how many orders are placed, as a Prometheus answers.
 */
final class SiteSurroundings implements AutoCloseable {
    private static final String SAMPLE = """
            {"status": "success", "data": {"resultType": "scalar", "result": [0, "%d"]}}""";

    private final HttpServer http;
    private final Collection<CutPort> ways;
    private final LongSupplier ordersPerSecond;
    private final long usual;
    private volatile boolean obeys = true;
    private volatile boolean closed;

    private SiteSurroundings(HttpServer http, Collection<CutPort> ways, LongSupplier ordersPerSecond, long usual) {
        this.http = http;
        this.ways = ways;
        this.ordersPerSecond = ordersPerSecond;
        this.usual = usual;
    }

    /** @param usual so many orders a second were placed at any time that is asked for */
    static SiteSurroundings start(Collection<CutPort> ways, LongSupplier ordersPerSecond, long usual)
            throws IOException {
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        SiteSurroundings surroundings = new SiteSurroundings(http, ways, ordersPerSecond, usual);
        http.createContext("/main/closed", surroundings::perimeter);
        http.createContext("/api/v1/query", surroundings::figure);
        http.start();
        return surroundings;
    }

    String url() {
        return "http://127.0.0.1:" + http.getAddress().getPort();
    }

    /** From now on the site can't be shut off. */
    void disobey() {
        obeys = false;
    }

    void obey() {
        obeys = true;
    }

    boolean closed() {
        return closed;
    }

    private void perimeter(HttpExchange exchange) throws IOException {
        switch (exchange.getRequestMethod()) {
            case "GET" -> answer(exchange, 200, closed ? "closed" : "open");
            case "PUT" -> answer(exchange, turn(true) ? 204 : 503, "");
            case "DELETE" -> answer(exchange, turn(false) ? 204 : 503, "");
            default -> answer(exchange, 405, "");
        }
    }

    private synchronized boolean turn(boolean close) throws IOException {
        if (obeys && close != closed) {
            for (CutPort way : ways) {
                if (close) {
                    way.refuse();
                } else {
                    way.heal();
                }
            }
            closed = close;
        }
        return obeys;
    }

    /** What was, where a time is asked for. */
    private void figure(HttpExchange exchange) throws IOException {
        boolean past = exchange.getRequestURI().getQuery().contains("&time=");
        answer(exchange, 200, SAMPLE.formatted(past ? usual : ordersPerSecond.getAsLong()));
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        try (exchange) {
            byte[] body = text.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
