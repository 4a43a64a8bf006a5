package dev.lifeboat.builtins.mysql.replication;

import dev.lifeboat.builtins.mysql.MySqlErrors;
import dev.lifeboat.builtins.mysql.MySqlHints;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.SemiSync;
import dev.lifeboat.builtins.mysql.survey.Patience;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.value.Texts;
import java.time.Duration;
import java.util.Optional;

/** Makes a server take part in semi-synchronous replication, or not. */
record SemiSyncSwitch(Call call, MySqlServer server) {
    private static final Duration TO_REGISTER = Duration.ofSeconds(3);
    private static final Duration LOOK = Duration.ofMillis(500);

    void set(Optional<Boolean> source, Optional<Boolean> replica, Optional<Long> waitFor, Optional<Duration> timeout) {
        SemiSync found = server.semiSync().orElseThrow(this::noPlugins);
        SemiSync wanted = new SemiSync(source.orElse(found.source()), replica.orElse(found.replica()),
                waitFor.map(this::replicas).orElse(found.waitCount()), timeout.orElse(found.timeout()));
        if (wanted.equals(found)) {
            call.did(server.name(), "is so already: " + told(wanted));
            return;
        }
        call.inverse("put semi-synchronous replication of " + server.name() + " back", "mysql.restore_semi_sync",
                server, found);
        server.setSemiSync(wanted);
        if (wanted.source()) {
            requireReplicas(wanted, found);
        }
        call.did(server.name(), told(wanted));
    }

    private Failure noPlugins() {
        return Failure.of("`" + server.name() + "` has not got the plugins of semi-synchronous replication.")
                .hint(MySqlHints.of(MySqlErrors.UNKNOWN_VARIABLE));
    }

    private int replicas(long count) {
        if (count < 1 || count > 65_535) {
            throw Failure.of("A commit can't wait for " + count + " replicas: `wait_for` is 1 to 65535.");
        }
        return (int) count;
    }

    /** Otherwise each commit would hang until the timeout: no write would be taken meanwhile. */
    private void requireReplicas(SemiSync wanted, SemiSync found) {
        boolean enough = new Patience(call, TO_REGISTER, LOOK)
                .until(() -> server.state().semiSyncClients() >= wanted.waitCount());
        if (!enough) {
            int there = server.state().semiSyncClients();
            server.setSemiSync(found);
            throw Failure.of("The commits of `" + server.name() + "` were not made to wait for "
                    + Texts.count(wanted.waitCount(), "replica") + ": " + there + " acknowledge.")
                    .hint("Call `mysql.semi_sync` with `replica: true` on its replicas first.");
        }
    }

    static String told(SemiSync now) {
        String commits = now.source()
                ? "its commits wait for " + Texts.count(now.waitCount(), "replica") + ", at most "
                        + Texts.duration(now.timeout())
                : "its commits wait for nobody";
        return commits + (now.replica() ? "; its receiver acknowledges" : "");
    }
}
