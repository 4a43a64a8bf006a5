package dev.lifeboat.builtins.mysql.replication;

import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.survey.Landscape;
import dev.lifeboat.builtins.mysql.survey.Observed;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Failure;

/**
 * Lets replication flow the other way round: a server of a site that has come back follows the primary that took over meanwhile. What the site wrote last and
 * nobody received is only there: such a server is refused, as is one whose data were set back since.
 *
 * @param from the primary
 * @param to   the server that shall follow it
 */
public record Reversal(Call call, Landscape landscape, MySqlServer from, MySqlServer to) {

    public void reverse() {
        Observed source = Observed.need(from);
        if (!source.writable()) {
            throw refused("`" + from.name() + "` takes no writes, so it is not the primary",
                    "Name the server that took over.");
        }
        landscape.refuseSecondPrimary(call, from.name());
        Observed returned = Observed.need(to);
        if (returned.writable() || returned.state().readOnly().bootsWritable()) {
            throw refused("it is not fenced: it takes writes, or would after a restart", "Call `mysql.fence` first.");
        }
        new Repointing(call, landscape, to, from).repoint();
        replicateAfterRestart(returned);
        call.did(to.name(), "gets from " + from.name() + " what was written meanwhile");
    }

    private void replicateAfterRestart(Observed returned) {
        if (returned.state().skipReplicaStart()) {
            call.inverse("let " + to.name() + " not replicate after a restart, as before",
                    "mysql.restore_skip_replica_start", to, true);
            to.persistSkipReplicaStart(false);
        }
    }

    private Failure refused(String why, String hint) {
        return Failure.of("Replication from `" + from.name() + "` to `" + to.name() + "` was not set up: " + why + ".")
                .hint(hint);
    }
}
