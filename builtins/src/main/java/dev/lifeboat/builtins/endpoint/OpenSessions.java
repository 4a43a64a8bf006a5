package dev.lifeboat.builtins.endpoint;

import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Failure;
import java.time.Duration;
import java.util.List;

/** What the application still has open at servers to which an endpoint led: a pool that keeps its sessions writes, or fails, there for ever. */
record OpenSessions(Call call, List<String> servers) {
    private static final Duration TO_ANSWER = Duration.ofSeconds(3);

    /** One that can't be reached is told, and holds nothing up: it may be the reason for the switch. */
    void end() {
        for (String name : servers) {
            MySqlServer server = call.port(MySqlServer.class, name);
            try {
                if (!server.answer(TO_ANSWER).answered()) {
                    call.did(name, "does not answer: what the application has open there was not ended");
                } else if (!server.sessions().isEmpty()) {
                    call.did(name, "what was still open there: " + server.killSessions().told());
                }
            } catch (Failure failure) {
                call.did(name, "what the application has open there was not ended: " + failure.getMessage());
            }
        }
    }

    /** How many are still open, for people; none at servers that do not answer. */
    String left() {
        int left = 0;
        for (String name : servers) {
            MySqlServer server = call.port(MySqlServer.class, name);
            left += server.answer(TO_ANSWER).answered() ? server.sessions().size() : 0;
        }
        return left == 1 ? "1 session is still open" : left + " sessions are still open";
    }
}
