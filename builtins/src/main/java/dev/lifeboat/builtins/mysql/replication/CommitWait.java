package dev.lifeboat.builtins.mysql.replication;

import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.SemiSync;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.value.Texts;
import java.util.Optional;

/** The commits of a server that is about to be opened: waiting for replicas that do not follow it yet they would hang, and nobody could write. */
public record CommitWait(Call call, MySqlServer server) {

    /** {@code mysql.resume_semi_sync} lets them wait again. @return how it was; empty where nothing had to be changed */
    public Optional<SemiSync> lift() {
        Optional<SemiSync> tooMany = server.semiSync().filter(SemiSync::source)
                .filter(found -> server.state().semiSyncClients() < found.waitCount());
        tooMany.ifPresent(found -> {
            call.inverse("put semi-synchronous replication of " + server.name() + " back", "mysql.restore_semi_sync",
                    server, found);
            server.setSemiSync(found.source(false));
            call.did(server.name(), "its commits wait for nobody from now on: they would hang until "
                    + Texts.count(found.waitCount(), "replica") + " acknowledged them");
        });
        return tooMany;
    }
}
