package dev.lifeboat.builtins.mysql.failover;

import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Failure;

/**
 * A server that was opened, by plan or as its data were restored, and shows that it takes writes.
 *
 * @param prepared whether schema `lifeboat` is there, for a canary and a heartbeat
 */
public record NewPrimary(Call call, MySqlServer to, boolean prepared) {
    static final String CANARY = "switched over";

    public void prove(String uuid) {
        if (!prepared) {
            requireOpen();
            return;
        }
        GtidSet canary = canary();
        if (!canary.isEmpty() && canary.from(uuid).isEmpty()) {
            throw Failure.of("The first row that `" + to.name()
                    + "` took as the primary carries the identity of another server: " + canary + ".");
        }
    }

    /** A connection that breaks says nothing of the server behind it, and nobody can write while this is found out: it is tried once more. */
    private GtidSet canary() {
        String note = CANARY + NewTimeline.runId(call);
        try {
            return to.writeCanary(note);
        } catch (Failure failure) {
            call.did(to.name(), "took no row at first: " + failure.getMessage());
            return to.writeCanary(note);
        }
    }

    private void requireOpen() {
        if (!to.state().readOnly().writable()) {
            throw Failure.of("`" + to.name() + "` was opened and is still read-only.")
                    .hint("Something else may be setting `super_read_only`: look for other automation.");
        }
    }

    /** The next failover needs it; what opened the server is done, and does not fail for it. */
    public void startHeartbeat() {
        try {
            if (prepared) {
                to.startHeartbeat();
            }
        } catch (Failure failure) {
            call.did(to.name(), "writes no heartbeat, so that the next loss can't be bounded: " + failure.getMessage());
        }
    }
}
