package dev.lifeboat.builtins.steering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.lifeboat.builtins.fakes.FakeHost;
import dev.lifeboat.builtins.inventory.ChannelPlan.Content;
import dev.lifeboat.builtins.inventory.Inventory.SecretSource;
import dev.lifeboat.builtins.inventory.WebAccess;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.builtin.Failure.Outcome;
import dev.lifeboat.interpreter.world.SystemClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server on the other side that does not always do what it should. */
class WebClientTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final String TOKEN = "Bearer very-secret-token";

    private final List<String> received = new CopyOnWriteArrayList<>();
    private final CountDownLatch silence = new CountDownLatch(1);
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    @AfterEach
    void end() {
        silence.countDown();
        server.stop(0);
    }

    private void on(String path, HttpHandler handler) {
        server.createContext(path, exchange -> {
            received.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Authorization"));
            try (exchange) {
                handler.handle(exchange);
            }
        });
    }

    private static HttpHandler answer(int status, String body) {
        return exchange -> say(exchange, status, body);
    }

    private static void say(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private Steering steering(String url) {
        SequencedMap<String, Content> headers = new LinkedHashMap<>();
        headers.put("Authorization", new Content.Secret(new SecretSource.FromEnvironment("TOKEN")));
        WebAccess access = new WebAccess(Optional.of(url), headers, Optional.empty());
        return new Steering(new WebClient(access, Path.of(""), source -> TOKEN, new SystemClock()),
                new FakeHost("here"));
    }

    private Failure failure(String request, Duration limit) {
        return catchThrowableOfType(Failure.class, () -> steering(url()).http(request, limit));
    }

    @Test
    void aRequestIsSentWithItsMethodAndItsSecretHeader() {
        on("/admin/x", answer(204, ""));
        steering(url()).http("PUT /admin/x?a=b", LIMIT);

        assertThat(received).containsExactly("PUT /admin/x?a=b " + TOKEN);
    }

    @Test
    void aSecretGoesToNoOtherServer() {
        on("/x", answer(200, ""));
        steering("http://127.0.0.1:1").http("PUT " + url() + "/x", LIMIT);

        assertThat(received).containsExactly("PUT /x null");
    }

    @Test
    void aRefusalIsQuotedShortAndWithoutItsSecret() {
        on("/x", answer(403, "no access for " + TOKEN + "\n" + "x".repeat(5_000)));
        Failure failure = failure("PUT /x", LIMIT);

        assertThat(failure).hasMessageStartingWith("`PUT /x` was answered with status 403 (\"no access for *** xxx")
                .hasMessageNotContaining(TOKEN);
        assertThat(failure.getMessage().length()).isLessThan(300);
        assertThat(failure.outcome()).isEqualTo(Outcome.NOT_DONE);
    }

    @Test
    void aServerThatStumblesMayHaveDoneIt() {
        on("/x", answer(502, "bad gateway"));

        assertThat(failure("PUT /x", LIMIT).outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void aRedirectIsNotFollowed() {
        on("/x", exchange -> {
            exchange.getResponseHeaders().add("Location", "/y");
            say(exchange, 302, "");
        });
        on("/y", answer(200, ""));

        assertThat(failure("PUT /x", LIMIT))
                .hasMessage("`PUT /x` leads elsewhere (status 302), which is not followed.");
        assertThat(received).hasSize(1);
    }

    @Test
    void whoDoesNotAnswerMayHaveBeenTold() {
        on("/x", exchange -> waitForTheEnd());
        Failure failure = failure("PUT /x", SHORT);

        assertThat(failure).hasMessage("`PUT /x` was not answered in time.");
        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(failure("GET /x", SHORT).outcome()).isEqualTo(Outcome.NOT_DONE);
    }

    private void waitForTheEnd() {
        try {
            silence.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void anAnswerThatNeverEndsEndsWithTheTime() {
        on("/x", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write("half".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            waitForTheEnd();
        });

        assertThat(failure("PUT /x", SHORT)).hasMessage("`PUT /x` was not answered in time.");
    }

    @Test
    void aConnectionThatBreaksOffLeavesItOpen() {
        on("/x", exchange -> {
            throw new IOException("gone");
        });
        Failure failure = failure("PUT /x", LIMIT);

        assertThat(failure).hasMessageStartingWith("The connection broke off before `PUT /x` was answered");
        assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void whereNobodyListensNothingWasSent() {
        int port = server.getAddress().getPort();
        server.stop(0);
        Failure failure = catchThrowableOfType(Failure.class,
                () -> steering("http://127.0.0.1:" + port).http("PUT /x", LIMIT));

        assertThat(failure).hasMessage("`PUT /x` could not be sent: nothing answers there.");
        assertThat(failure.outcome()).isEqualTo(Outcome.NOT_DONE);
    }

    @Test
    void aNameThatNobodyKnowsIsTold() {
        Failure failure = catchThrowableOfType(Failure.class,
                () -> steering("http://nobody.invalid").http("PUT /x", LIMIT));

        assertThat(failure).hasMessageStartingWith("`PUT /x` could not be sent");
        assertThat(failure.outcome()).isEqualTo(Outcome.NOT_DONE);
    }

    @Test
    void withoutEncryptionWhereItIsExpectedNothingIsSent() throws IOException {
        try (ServerSocket plain = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> greet(plain));
            String url = "https://127.0.0.1:" + plain.getLocalPort();
            Failure failure = catchThrowableOfType(Failure.class, () -> steering(url).http("PUT /x", LIMIT));

            assertThat(failure).hasMessageContaining("could not be trusted");
            assertThat(failure.outcome()).isEqualTo(Outcome.NOT_DONE);
        }
    }

    private static void greet(ServerSocket plain) {
        try (Socket connection = plain.accept()) {
            connection.getOutputStream().write("220 this is no TLS\r\n".getBytes(StandardCharsets.UTF_8));
            connection.getInputStream().readAllBytes();
        } catch (IOException gone) {
            // The other side has seen what it does not trust.
        }
    }
}
