package dev.lifeboat.builtins.mysql.fence;

import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.MySqlServer.ReadOnly;
import dev.lifeboat.builtins.mysql.MySqlServer.ServerState;
import dev.lifeboat.builtins.mysql.MySqlServer.Session;
import dev.lifeboat.builtins.mysql.MySqlServer.ThreadState;
import dev.lifeboat.builtins.mysql.survey.Landscape;
import dev.lifeboat.builtins.mysql.survey.Observed;
import dev.lifeboat.builtins.mysql.survey.Patience;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.value.Texts;
import java.time.Duration;
import java.util.List;

/**
 * Makes a living server read-only for good: now, and when it is restarted. Then, once its replicas have all that it has, it goes offline, which ends what the
 * application still holds there; not before, as that cuts its replicas off too.
 */
public record LiveFence(Call call, Landscape landscape, MySqlServer server, List<String> evidence) {
    private static final Duration TO_CATCH_UP = Duration.ofSeconds(10);

    void raise() {
        ServerState before = server.state();
        call.inverse("open " + server.name() + " again", "mysql.unfence", server, before.readOnly(),
                before.offlineMode());
        if (!fenced(before.readOnly())) {
            readOnly();
        }
        requireFenced();
        if (replicasHaveAll()) {
            server.setOfflineMode(true, false);
            call.did(server.name(), "is offline: the sessions of the application were ended");
        }
    }

    /** A transaction that is open now fails when it commits (error 1290): somebody may ask for it. */
    private void readOnly() {
        long open = server.sessions().stream().filter(Session::inTransaction).count();
        server.setReadOnly(ReadOnly.FENCED);
        call.did(server.name(), "is read-only, also after a restart"
                + (open == 0 ? "" : "; " + Texts.count(open, "open transaction") + " can't commit any more"));
    }

    public static boolean fenced(ReadOnly readOnly) {
        return readOnly.superReadOnly() && readOnly.persistedSuperReadOnly().filter(on -> on).isPresent()
                && !readOnly.bootsWritable();
    }

    private void requireFenced() {
        ReadOnly now = server.state().readOnly();
        evidence.add("super_read_only of `" + server.name() + "`: " + (now.superReadOnly() ? "ON" : "OFF")
                + ", persisted: " + now.persistedSuperReadOnly().map(on -> on ? "ON" : "OFF").orElse("nothing"));
        if (!fenced(now)) {
            throw Failure.of("`" + server.name() + "` was told to be read-only for good, and is not.")
                    .evidence(evidence).hint("Something else may be setting it: look for other automation.");
        }
    }

    private boolean replicasHaveAll() {
        GtidSet last = server.state().executed();
        boolean all = true;
        for (MySqlServer replica : landscape.clusterOf(call, server.name()).servers()) {
            if (!replica.name().equals(server.name())) {
                all &= hasAll(replica, last);
            }
        }
        return all;
    }

    /** One that can't be asked, or that receives nothing now, may still need what is only here. */
    private boolean hasAll(MySqlServer replica, GtidSet last) {
        Observed now = Observed.of(replica);
        boolean all = now.answers() && (now.holds().contains(last) || receives(now) && getsAll(replica, last));
        evidence.add("`" + replica.name() + "` "
                + (all ? "has all that it has" : "may still need what it has: it stays online"));
        return all;
    }

    private static boolean receives(Observed replica) {
        return replica.channels().stream().anyMatch(channel -> channel.receiver() != ThreadState.OFF);
    }

    private boolean getsAll(MySqlServer replica, GtidSet last) {
        return new Patience(call, TO_CATCH_UP, Duration.ofSeconds(1))
                .until(() -> Observed.of(replica).holds().contains(last));
    }
}
