package dev.lifeboat.builtins.mysql.replication;

import dev.lifeboat.builtins.mysql.Cluster;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.SemiSync;
import dev.lifeboat.builtins.mysql.survey.Observed;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.value.Texts;
import java.util.List;
import java.util.Optional;

/**
 * Lets the commits of a new primary wait for its replicas, where those of the old one did. Of an old one that can't be asked the new one tells: its receiver
 * acknowledged, which is of use only where somebody waited.
 */
record SemiSyncResumption(Call call, Cluster cluster, MySqlServer primary) {

    void resume(Optional<MySqlServer> asOn) {
        Optional<SemiSync> wanted = before(asOn);
        if (wanted.filter(SemiSync::source).isEmpty() || primary.semiSync().isEmpty()) {
            call.did(primary.name(), "its commits wait for nobody, as before");
            return;
        }
        List<MySqlServer> followers = followers();
        followers.forEach(this::letAcknowledge);
        if (followers.isEmpty()) {
            call.did(primary.name(), "its commits wait for nobody: no replica that can acknowledge follows it");
            return;
        }
        waitFor(followers.size(), wanted.get());
    }

    private Optional<SemiSync> before(Optional<MySqlServer> asOn) {
        Optional<MySqlServer> asked = asOn.filter(one -> one.answer(Observed.TO_ANSWER).answered());
        return asked.isPresent()
                ? asked.get().semiSync()
                : primary.semiSync().map(own -> own.source(own.replica()));
    }

    /** Those that can acknowledge what the primary commits now. */
    private List<MySqlServer> followers() {
        String uuid = Observed.need(primary).uuid();
        return cluster.servers().stream().filter(server -> !server.name().equals(primary.name())).map(Observed::of)
                .filter(one -> one.channel()
                        .filter(channel -> channel.receiving() && channel.sourceUuid().equals(uuid)).isPresent())
                .map(Observed::server).filter(server -> server.semiSync().isPresent()).toList();
    }

    private void letAcknowledge(MySqlServer replica) {
        new SemiSyncSwitch(call, replica).set(Optional.empty(), Optional.of(true), Optional.empty(), Optional.empty());
    }

    /** A commit that waited for more than there are would hang. */
    private void waitFor(int there, SemiSync wanted) {
        int count = Math.min(there, wanted.waitCount());
        if (count < wanted.waitCount()) {
            call.did(primary.name(), "its commits waited for " + Texts.count(wanted.waitCount(), "replica")
                    + " before: no more than " + count + " can acknowledge now");
        }
        new SemiSyncSwitch(call, primary).set(Optional.of(true), Optional.empty(), Optional.of((long) count),
                Optional.of(wanted.timeout()));
    }
}
