package dev.lifeboat.builtins.steering;

import dev.lifeboat.builtins.comms.KnownSecrets;
import dev.lifeboat.builtins.comms.Secrecy;
import dev.lifeboat.builtins.comms.Trust;
import dev.lifeboat.builtins.inventory.ChannelPlan.Content;
import dev.lifeboat.builtins.inventory.WebAccess;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.world.Clock;
import dev.lifeboat.interpreter.world.RealWorld;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/**
 * Sends HTTP requests of the inventory, each on a connection of its own, and never longer than there is time: the whole answer counts, not its beginning.
 * Certificates are verified and redirects are not followed. Headers may be secret: no cause is passed on, since exceptions quote what they stumbled over.
 */
@RealWorld
public final class WebClient {
    private static final Duration TO_CONNECT = Duration.ofSeconds(5);
    private static final int MOST_OF_ANSWER = 1024 * 1024;
    private final WebAccess access;
    private final Path folder;
    private final KnownSecrets secrets;
    private final Clock clock;

    /** @param folder where the inventory lies */
    public WebClient(WebAccess access, Path folder, KnownSecrets secrets, Clock clock) {
        this.access = access;
        this.folder = folder;
        this.secrets = secrets;
        this.clock = clock;
    }

    /**
     * @param request a method and an address
     * @return whatever the server answered, errors too
     * @throws Failure where it did not answer; its outcome is unknown where a request that changes something may have arrived
     */
    public WebAnswer send(String request, Duration limit) {
        List<String> words = List.of(request.strip().split("\\s+", 2));
        if (words.size() != 2) {
            throw malformed(request);
        }
        try {
            return send(request, words.getFirst(), access.resolve(words.getLast()), limit);
        } catch (IllegalArgumentException e) {
            throw malformed(request);
        }
    }

    private WebAnswer send(String request, String method, URI address, Duration limit) {
        List<String> used = new ArrayList<>();
        HttpRequest.Builder built = HttpRequest.newBuilder(address).method(method, BodyPublishers.noBody());
        if (access.sendsHeadersTo(address)) {
            access.headers().forEach((name, content) -> built.header(name, value(content, used)));
        }
        return exchange(request, built.build(), Secrecy.of(used), limit);
    }

    private String value(Content content, List<String> used) {
        return switch (content) {
            case Content.Secret(var source) -> {
                used.add(secrets.fetch(source));
                yield used.getLast();
            }
            case Content.Text(String text) -> text;
            case Content.Plain(String text) -> text;
            case Content.Items items -> throw new IllegalArgumentException("a list");
            case Content.Fields fields -> throw new IllegalArgumentException("fields");
        };
    }

    private WebAnswer exchange(String request, HttpRequest built, Secrecy secrecy, Duration limit) {
        Duration left = capped(limit);
        if (left.isZero()) {
            throw Failure.of("The time was up before `" + request + "` was sent.");
        }
        HttpClient client = HttpClient.newBuilder().connectTimeout(TO_CONNECT).version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER).sslContext(Trust.of(access.ca().map(folder::resolve)))
                .build();
        try {
            CompletableFuture<WebAnswer> answer = client.sendAsync(built, BodyHandlers.ofInputStream())
                    .thenApply(response -> answer(response, secrecy));
            return answer.get(left.toMillis() + 1, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw doubtful(built, "`" + request + "` was not answered in time.");
        } catch (ExecutionException e) {
            throw failure(request, built, secrecy, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw doubtful(built, "`" + request + "` was cancelled before it was answered.");
        } finally {
            client.shutdownNow();
        }
    }

    private Duration capped(Duration limit) {
        Duration remaining = clock.remaining();
        return remaining.compareTo(limit) < 0 ? remaining : limit;
    }

    private static WebAnswer answer(HttpResponse<InputStream> response, Secrecy secrecy) {
        try (InputStream body = response.body()) {
            return new WebAnswer(response.uri().getHost(), response.statusCode(),
                    new String(body.readNBytes(MOST_OF_ANSWER), StandardCharsets.UTF_8).strip(), secrecy);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The client wraps what happened once or twice. */
    private static Failure failure(String request, HttpRequest built, Secrecy secrecy, Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case HttpConnectTimeoutException late -> {
                    return unsent(request, "no answer to a connection");
                }
                case ConnectException refused -> {
                    return unsent(request, "nothing answers there");
                }
                case SSLException untrusted -> {
                    return untrusted(request, secrecy.quote(String.valueOf(untrusted.getMessage())));
                }
                default -> {
                }
            }
        }
        return doubtful(built, "The connection broke off before `" + request + "` was answered: "
                + thrown.getClass().getSimpleName() + ".");
    }

    private static Failure untrusted(String request, String why) {
        return Failure.of("`" + request + "` was not sent: the other side could not be trusted" + why + ".")
                .hint("A certificate of your own authority goes into `ca:` beside it in the inventory.");
    }

    private static Failure unsent(String request, String why) {
        return Failure.of("`" + request + "` could not be sent: " + why + ".")
                .hint("Look whether it runs, and whether there is a way to it from here.");
    }

    private static Failure doubtful(HttpRequest request, String message) {
        boolean reads = request.method().equals("GET") || request.method().equals("HEAD");
        return reads ? Failure.of(message) : Failure.unknown(message);
    }

    private static Failure malformed(String request) {
        return Failure.of("`" + request + "` is no HTTP request.")
                .hint("Write a method and an address in the inventory: `PUT https://shop.example.net/admin/read-only`.");
    }
}
