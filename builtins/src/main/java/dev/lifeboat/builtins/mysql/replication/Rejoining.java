package dev.lifeboat.builtins.mysql.replication;

import dev.lifeboat.builtins.host.Host;
import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.fence.LiveFence;
import dev.lifeboat.builtins.mysql.survey.Kinship;
import dev.lifeboat.builtins.mysql.survey.Landscape;
import dev.lifeboat.builtins.mysql.survey.Observed;
import dev.lifeboat.builtins.mysql.survey.Relation;
import dev.lifeboat.builtins.mysql.survey.Relations;
import dev.lifeboat.builtins.mysql.survey.RunFacts;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.value.Texts;

/**
 * Makes an old primary a replica of the new one, if it has nothing that the new one has not. MySQL would take one with a tail of its own back without any
 * error, and the data would differ for good.
 */
public record Rejoining(Call call, Landscape landscape, MySqlServer server, MySqlServer source) {

    public void rejoin() {
        Observed old = Observed.need(server);
        Observed target = Observed.need(source);
        requireFenced(old);
        refuseAcross(Kinship.of(old, target));
        requireRelated(Relations.of(old, target));
        new Repointing(call, landscape, server, source).repoint();
        beOrdinary(old);
        call.did(server.name(), "is a replica of " + source.name());
    }

    private void requireFenced(Observed old) {
        if (!LiveFence.fenced(old.state().readOnly())) {
            throw refused("it is not fenced: `super_read_only` must be ON, and persisted", "Call `mysql.fence` first.");
        }
    }

    private void refuseAcross(Kinship kinship) {
        if (kinship.across()) {
            throw refused("they are on different timelines, whatever their GTID sets say: " + kinship.told(),
                    "Save for the business what is only there, then rebuild it from `" + source.name() + "`.");
        }
    }

    private void requireRelated(Relation relation) {
        switch (relation.state()) {
            case IDENTICAL, RECOVERABLE -> {
            }
            case DIVERGED -> throw refused("it is DIVERGED: it has "
                    + Texts.count(relation.errant().count(), "transaction") + " that `" + source.name()
                    + "` has not: " + relation.errant(), wayOut(relation.errant()));
            case IRRECOVERABLE -> throw refused("it is IRRECOVERABLE: it misses transactions that `" + source.name()
                    + "` has purged", "Rebuild it from `" + source.name() + "`.");
            case NEW -> throw refused("it is NEW: it has executed nothing", "Build it from `" + source.name() + "`.");
        }
    }

    /** A heartbeat that no replica received is no loss, and MySQL can't tell it from one. */
    private String wayOut(GtidSet errant) {
        return server.clientWrites(errant).isEmpty()
                ? "They touch nothing but schema `lifeboat`: execute them as empty transactions on `" + source.name()
                        + "`, then rejoin again; or rebuild it."
                : "Those writes are only there: save them for the business, then rebuild it from `" + source.name()
                        + "`.";
    }

    private Failure refused(String why, String hint) {
        return Failure.of("`" + server.name() + "` does not rejoin: " + why + ". It stays fenced.").hint(hint);
    }

    /** From now on it replicates after a restart, serves readers and starts with its machine, as the other replicas do. */
    private void beOrdinary(Observed old) {
        call.inverse("let " + server.name() + " replicate after a restart as before",
                "mysql.restore_skip_replica_start", server, old.state().skipReplicaStart());
        server.persistSkipReplicaStart(false);
        if (old.state().offlineMode()) {
            call.inverse("put " + server.name() + " offline again", "mysql.restore_offline_mode", server, true);
            server.setOfflineMode(false, false);
        }
        landscape.host(call, server.name())
                .filter(host -> new RunFacts(call).is(RunFacts.AUTOSTART_OFF, host.name()))
                .ifPresent(this::startWithMachine);
    }

    private void startWithMachine(Host host) {
        call.inverse("keep MySQL on " + host.name() + " from starting with its machine again", "host.restore_autostart",
                host, Landscape.SERVICE, false);
        host.autostart(Landscape.SERVICE, true);
        new RunFacts(call).forget(RunFacts.AUTOSTART_OFF);
    }
}
