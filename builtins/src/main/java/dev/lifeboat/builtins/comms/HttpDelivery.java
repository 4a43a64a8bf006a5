package dev.lifeboat.builtins.comms;

import dev.lifeboat.builtins.comms.Retries.Try;
import dev.lifeboat.builtins.inventory.ThisMachine;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.world.Clock;
import dev.lifeboat.interpreter.world.RealWorld;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;

/**
 * Sends messages as HTTP requests. Certificates are verified, redirects are not followed, proxies are those of the JVM. Addresses and contents may be secret:
 * no cause is passed on, since exceptions quote what they stumbled over.
 */
@RealWorld
final class HttpDelivery {
    private static final Duration TO_CONNECT = Duration.ofSeconds(3);
    private static final int MOST_OF_ANSWER = 2048;
    private final Supplier<SSLContext> trust;
    private final Retries retries;
    private final Clock clock;

    /** @param secrecy what the request holds that nobody may see */
    record Request(String url, String method, Map<String, String> headers, String body, Secrecy secrecy) {}

    HttpDelivery(Supplier<SSLContext> trust, Clock clock) {
        this.trust = trust;
        this.retries = new Retries(clock);
        this.clock = clock;
    }

    void send(Request request) {
        HttpRequest parsed = parse(request);
        retries.untilDone(() -> once(parsed, request.secrecy()));
    }

    /** Asks the server for nothing, at an address that tells nothing: whether there is a way to it, and whether it is the one. */
    Optional<String> problem(Supplier<String> url) {
        try {
            URI uri = address(url.get());
            HttpRequest request = HttpRequest.newBuilder(uri.resolve("/")).timeout(left())
                    .method("HEAD", BodyPublishers.noBody()).build();
            call(request, Secrecy.of(uri.toString()), response -> Try.DONE);
            return Optional.empty();
        } catch (Failure failure) {
            return Optional.of(failure.getMessage());
        }
    }

    private static HttpRequest.Builder builder(Request request) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(address(request.url()));
        request.headers().forEach(builder::header);
        return builder.method(request.method(), BodyPublishers.ofString(request.body()));
    }

    private HttpRequest parse(Request request) {
        try {
            return builder(request).timeout(left()).build();
        } catch (IllegalArgumentException quotesWhatIsWrong) {
            throw Failure.of("A header of the message can't be sent as it is.")
                    .hint("Look whether its secret is one line without special characters.");
        }
    }

    private static URI address(String url) {
        try {
            URI uri = URI.create(url.strip());
            if (uri.getHost() != null && isSafe(uri)) {
                return uri;
            }
        } catch (IllegalArgumentException quotesTheUrl) {
            throw noAddress();
        }
        throw noAddress();
    }

    private static boolean isSafe(URI uri) {
        return "https".equals(uri.getScheme()) || "http".equals(uri.getScheme()) && ThisMachine.is(uri.getHost());
    }

    private static Failure noAddress() {
        return Failure.of("The address of the webhook is not `https://…`.")
                .hint("Look into the secret that the inventory names; plain `http` is taken to this machine alone.");
    }

    private Duration left() {
        Duration left = clock.remaining();
        return left.isZero() ? Duration.ofMillis(1) : left;
    }

    private Try once(HttpRequest request, Secrecy secrecy) {
        return call(request, secrecy, response -> judge(response, secrecy));
    }

    private interface Judge {
        Try of(HttpResponse<InputStream> response) throws IOException;
    }

    private Try call(HttpRequest request, Secrecy secrecy, Judge judge) {
        String host = "`" + request.uri().getHost() + "`";
        HttpClient client = HttpClient.newBuilder().connectTimeout(TO_CONNECT).version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER).sslContext(trust.get()).build();
        try {
            return judge.of(client.send(request, BodyHandlers.ofInputStream()));
        } catch (HttpTimeoutException e) {
            throw Failure.of(host + " did not answer in time.");
        } catch (ConnectException e) {
            return unreachable(host, e);
        } catch (SSLException e) {
            throw Failure.of(host + " could not be trusted" + secrecy.quote(String.valueOf(e.getMessage())) + ".")
                    .hint("A certificate of your own authority goes into `ca:` of the channel.");
        } catch (IOException e) {
            throw Failure.of("The connection to " + host + " broke off: " + e.getClass().getSimpleName() + ".");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Failure.of(host + " did not answer in time.");
        } finally {
            client.shutdownNow();
        }
    }

    private static Try unreachable(String host, ConnectException e) {
        boolean unknown = e.getCause() instanceof UnresolvedAddressException
                || e.getCause() instanceof ConnectException inner
                        && inner.getCause() instanceof UnresolvedAddressException;
        Failure failure = Failure.of(unknown ? host + " is not a known host." : host + " refuses connections.");
        return new Try.Later(failure, Optional.empty());
    }

    private static Try judge(HttpResponse<InputStream> response, Secrecy secrecy) throws IOException {
        int status = response.statusCode();
        if (status >= 200 && status <= 299) {
            return Try.DONE;
        }
        String host = "`" + response.uri().getHost() + "`";
        if (status >= 300 && status <= 399) {
            throw Failure.of(host + " leads elsewhere (status " + status + "), which is not followed.")
                    .hint("Write the address to which it leads.");
        }
        Failure failure = Failure.of(host + " answered with status " + status + said(response, secrecy) + ".");
        if (status == 429 || status >= 500) {
            return new Try.Later(failure, retryAfter(response));
        }
        throw failure;
    }

    private static String said(HttpResponse<InputStream> response, Secrecy secrecy) throws IOException {
        try (InputStream body = response.body()) {
            return secrecy.quote(new String(body.readNBytes(MOST_OF_ANSWER), StandardCharsets.UTF_8));
        }
    }

    /** A date, which the header may hold too, is further away than anybody waits here. */
    private static Optional<Duration> retryAfter(HttpResponse<?> response) {
        return response.headers().firstValue("Retry-After")
                .map(value -> value.matches("\\d{1,6}") ? Duration.ofSeconds(Long.parseLong(value)) : Clock.NO_LIMIT);
    }
}
