package dev.lifeboat.builtins.mysql.failover;

import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.MySqlServer.ReadOnly;
import dev.lifeboat.builtins.mysql.survey.RunFacts;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Failure;

/**
 * Takes a promotion back, as long as no client has written. What Lifeboat itself wrote (the canary, heartbeats) does not count; it stays behind as
 * transactions of schema {@code lifeboat}.
 *
 * @param before what was executed before the promotion
 */
record Demotion(Call call, MySqlServer server, GtidSet before, ReadOnly found) {

    /** The second look is the one that counts: between the first and the fence a client may still have written. */
    void demote() {
        refuse(clientWrites());
        server.setReadOnly(ReadOnly.FENCED);
        GtidSet clients = clientWrites();
        if (!clients.isEmpty()) {
            server.setReadOnly(ReadOnly.WRITABLE);
            refuse(clients);
        }
        server.setReadOnly(found);
        new RunFacts(call).forget(RunFacts.PROMOTED);
        call.did(server.name(), "is read-only again");
    }

    private GtidSet clientWrites() {
        GtidSet since = server.state().executed().subtract(before);
        return since.isEmpty() ? since : server.clientWrites(since);
    }

    private void refuse(GtidSet clients) {
        if (!clients.isEmpty()) {
            throw Failure
                    .of("`" + server.name() + "` stays the primary: clients have written to it since it was promoted: "
                            + clients + ".")
                    .hint("From here on the way back is a switchover.");
        }
    }
}
