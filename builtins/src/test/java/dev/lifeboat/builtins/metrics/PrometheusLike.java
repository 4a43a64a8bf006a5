package dev.lifeboat.builtins.metrics;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Answers as Prometheus does, and is none: an HTTP server in the test's own process, which says what a test wants it to say. */
final class PrometheusLike implements AutoCloseable {
    private final HttpServer http;
    private volatile int status = 200;
    private volatile String body = "";
    final List<String> asked = new CopyOnWriteArrayList<>();

    PrometheusLike() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/api/v1/query", this::answer);
        http.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI().getQuery());
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    String url() {
        return "http://127.0.0.1:" + http.getAddress().getPort();
    }

    void says(int newStatus, String newBody) {
        status = newStatus;
        body = newBody;
    }

    /** @param series the values, each of a series of its own */
    void saysVector(String... series) {
        List<String> items = Stream.of(series).map(value -> """
                {"metric": {"instance": "shop-%s"}, "value": [1435781451.781, "%s"]}""".formatted(value, value))
                .toList();
        says(200, "{\"status\": \"success\", \"data\": {\"resultType\": \"vector\", \"result\": ["
                + String.join(", ", items) + "]}}");
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
