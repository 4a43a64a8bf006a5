package dev.lifeboat.builtins.app;

import dev.lifeboat.builtins.host.Host;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.world.Clock;
import dev.lifeboat.interpreter.world.RealWorld;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;

/** The application, steered by HTTP calls and by commands on this machine, as the inventory gives them. */
@RealWorld
public final class InventoryApplication implements Application {
    private static final Duration TO_CONNECT = Duration.ofSeconds(5);
    private final Host here;
    private final Clock clock;

    /** @param here this machine, on which commands run */
    public InventoryApplication(Host here, Clock clock) {
        this.here = here;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void http(String request, Duration limit) {
        int status = send(request, limit);
        if (status < 200 || status > 299) {
            throw Failure.of("`" + request + "` was answered with status " + status + ".")
                    .hint("Look into the application's log, then retry.");
        }
    }

    private int send(String request, Duration limit) {
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(TO_CONNECT).build()) {
            return client.send(parse(request, capped(limit)), BodyHandlers.discarding()).statusCode();
        } catch (HttpTimeoutException e) {
            throw Failure.unknown("`" + request + "` was not answered in time.").because(e);
        } catch (IOException e) {
            throw Failure.of("`" + request + "` could not be sent: " + e.getClass().getSimpleName() + ".")
                    .hint("Look whether the application answers at that address.").because(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Failure.unknown("`" + request + "` was cancelled before it was answered.").because(e);
        }
    }

    private Duration capped(Duration limit) {
        Duration remaining = clock.remaining();
        return remaining.compareTo(limit) < 0 ? remaining : limit;
    }

    private static HttpRequest parse(String request, Duration limit) {
        List<String> words = List.of(request.strip().split("\\s+", 2));
        if (words.size() != 2) {
            throw malformed(request);
        }
        try {
            return HttpRequest.newBuilder(URI.create(words.getLast())).timeout(limit.plusMillis(1))
                    .method(words.getFirst(), BodyPublishers.noBody()).build();
        } catch (IllegalArgumentException e) {
            throw malformed(request).because(e);
        }
    }

    private static Failure malformed(String request) {
        return Failure.of("`" + request + "` is no HTTP request.")
                .hint("Write a method and an address in the inventory: `POST https://shop.example.net/admin/read-only`.");
    }

    @Override
    public void command(String command, Duration limit) {
        Host.Output output = here.run(command, limit);
        if (output.exit() != 0) {
            throw Failure.of("`" + command + "` ended with status " + output.exit() + ".")
                    .evidence(output.text().lines().limit(20).toList())
                    .hint("Try the command of the inventory by hand.");
        }
    }
}
