package dev.lifeboat.builtins.endpoint;

import dev.lifeboat.builtins.endpoint.Endpoint.PathProbe;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Failure;
import java.time.Duration;
import java.time.Instant;

/** Proves by a write through an endpoint which server takes what the application writes: what the endpoint says of itself is no proof. */
record WayProof(Call call, Endpoint endpoint) {
    static final Duration TO_WRITE = Duration.ofSeconds(5);
    private static final Duration TO_BE_BACK = Duration.ofSeconds(10);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(500);
    private static final Duration TO_ANSWER = Duration.ofSeconds(3);

    /** A proxy may need a moment until it finds that the server is there. */
    void takenBy(MySqlServer server) {
        String wanted = server.state().identity().uuid();
        Instant end = call.now().plus(TO_BE_BACK);
        PathProbe probe = endpoint.probeWrite(TO_WRITE);
        while (!isBy(probe, wanted) && call.now().isBefore(end)) {
            call.progress(endpoint.name() + ": " + seen(probe));
            call.pause(BETWEEN_TRIES);
            probe = endpoint.probeWrite(TO_WRITE);
        }
        if (!isBy(probe, wanted)) {
            throw Failure.unknown("Endpoint `" + endpoint.name() + "` was sent to `" + server.name() + "`, but "
                    + seen(probe) + ".").hint("Try the application's own way and account by hand.");
        }
        call.did(endpoint.name(), "a write through it was taken by " + server.name());
    }

    private static boolean isBy(PathProbe probe, String uuid) {
        return probe.accepted() && probe.serverUuid().filter(uuid::equalsIgnoreCase).isPresent();
    }

    private static String seen(PathProbe probe) {
        return probe.accepted()
                ? "a write through it was taken by the server with server_uuid " + probe.serverUuid().orElse("unknown")
                : "no write goes through it: " + withoutStop(probe.detail());
    }

    static String withoutStop(String detail) {
        return detail.endsWith(".") ? detail.substring(0, detail.length() - 1) : detail;
    }

    /** A server that can't be reached can't be told from others by its write, and takes none. */
    void notTakenBy(MySqlServer server) {
        PathProbe probe = endpoint.probeWrite(TO_WRITE);
        if (probe.accepted() && server.answer(TO_ANSWER).identity()
                .filter(identity -> isBy(probe, identity.uuid())).isPresent()) {
            throw Failure.unknown("`" + server.name() + "` was taken out of endpoint `" + endpoint.name()
                    + "`, but a write through it was still taken by it.")
                    .hint("Something else may be steering it, such as a monitor of its own.");
        }
    }
}
