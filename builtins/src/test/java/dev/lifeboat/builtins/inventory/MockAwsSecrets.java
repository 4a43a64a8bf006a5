package dev.lifeboat.builtins.inventory;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.json.JsonMapper;

/** A mock of AWS Secrets Manager: a small HTTP server that knows {@code GetSecretValue} alone. */
final class MockAwsSecrets implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final HttpServer server;
    final Map<String, String> secrets = new ConcurrentHashMap<>();
    /** An error that is answered to everything. */
    volatile Optional<String> error = Optional.empty();
    volatile String authorization = "";

    MockAwsSecrets() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        authorization = exchange.getRequestHeaders().getFirst("Authorization");
        String id = JSON.readTree(exchange.getRequestBody().readAllBytes()).get("SecretId").asString();
        boolean known = exchange.getRequestHeaders().getFirst("X-Amz-Target").equals("secretsmanager.GetSecretValue")
                && secrets.containsKey(id);
        if (error.isPresent() || !known) {
            send(exchange, 400, Map.of("__type", error.orElse("ResourceNotFoundException"), "message", "No."));
        } else {
            send(exchange, 200, Map.of("Name", id, "SecretString", secrets.get(id)));
        }
    }

    private static void send(HttpExchange exchange, int status, Map<String, String> content) throws IOException {
        byte[] body = JSON.writeValueAsString(content).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
