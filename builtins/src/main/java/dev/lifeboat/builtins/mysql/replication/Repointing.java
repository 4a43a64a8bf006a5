package dev.lifeboat.builtins.mysql.replication;

import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.MySqlServer.ReplicaChannel;
import dev.lifeboat.builtins.mysql.MySqlServer.ThreadState;
import dev.lifeboat.builtins.mysql.survey.Kinship;
import dev.lifeboat.builtins.mysql.survey.Landscape;
import dev.lifeboat.builtins.mysql.survey.Observed;
import dev.lifeboat.builtins.mysql.survey.Patience;
import dev.lifeboat.builtins.mysql.survey.Unsupported;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.value.Texts;
import java.time.Duration;
import java.util.Optional;

/**
 * Makes a server follow another. What it received and did not apply is thrown away with its relay logs, so that the new source must have all of that: MySQL
 * itself would connect without a word and hide the difference for good.
 */
public record Repointing(Call call, Landscape landscape, MySqlServer server, MySqlServer source) {
    private static final Duration TO_CONNECT = Duration.ofSeconds(30);
    private static final Duration EVERY = Duration.ofMillis(100);

    public void repoint() {
        Observed found = Observed.need(server);
        Observed target = Observed.need(source);
        refuse(found, target);
        if (follows(found, target)) {
            call.did(server.name(), "follows " + source.name() + " already");
            return;
        }
        registerInverse(found);
        change(found);
        prove(target);
        call.did(server.name(), "follows " + source.name());
    }

    private void refuse(Observed found, Observed target) {
        if (server.name().equals(source.name())) {
            throw refused("it can't follow itself", "Name another source.");
        }
        if (found.writable()) {
            throw refused("it takes writes itself", "Fence it first: `mysql.fence`.");
        }
        Unsupported.refuse(found);
        Unsupported.refuse(target);
        refuseAcross(found, target);
        refuseDiverged(found, target);
        refusePurged(found, target);
    }

    private void refuseAcross(Observed found, Observed target) {
        Kinship kinship = Kinship.of(found, target);
        if (kinship.across()) {
            throw refused("they are on different timelines, whatever their GTID sets say: " + kinship.told(),
                    "Rebuild `" + server.name() + "` from `" + source.name() + "`.");
        }
        if (kinship.state() == Kinship.State.UNKNOWN) {
            call.did(server.name(), kinship.told());
        }
    }

    private void refuseDiverged(Observed found, Observed target) {
        GtidSet errant = found.holds().subtract(target.executed());
        if (!errant.isEmpty()) {
            throw refused("it is DIVERGED: it has " + Texts.count(errant.count(), "transaction") + " that `"
                    + source.name() + "` has not: " + errant,
                    "Look into them, then rebuild it from `" + source.name() + "`.");
        }
    }

    private void refusePurged(Observed found, Observed target) {
        GtidSet purged = target.state().purged().subtract(found.executed());
        if (!purged.isEmpty()) {
            throw refused("`" + source.name() + "` has purged " + Texts.count(purged.count(), "transaction")
                    + " that it needs: " + purged, "Rebuild it from `" + source.name() + "`.");
        }
    }

    private static boolean follows(Observed found, Observed target) {
        return found.channel().filter(channel -> channel.sourceUuid().equals(target.uuid()) && channel.receiving()
                && channel.applier() == ThreadState.ON).isPresent();
    }

    private void registerInverse(Observed found) {
        Optional<ReplicaChannel> before = found.channel();
        if (before.isPresent()) {
            ReplicaChannel channel = before.get();
            call.inverse(
                    "make " + server.name() + " follow " + channel.sourceHost() + ":" + channel.sourcePort() + " again",
                    "mysql.restore_source", server, channel.sourceHost(), channel.sourcePort(),
                    channel.receiver() != ThreadState.OFF, channel.applier() != ThreadState.OFF);
        } else {
            call.inverse("let " + server.name() + " follow nobody again", "mysql.forget_source", server);
        }
    }

    private void change(Observed found) {
        new Standstill(server).of(found.channels());
        server.changeSource(landscape.following(source.name()));
        server.startReceiver();
        server.startApplier();
    }

    private void prove(Observed target) {
        boolean connected = new Patience(call, TO_CONNECT, EVERY)
                .until(() -> channel().filter(now -> connected(now, target)).isPresent());
        if (!connected) {
            throw Failure.of("`" + server.name() + "` was told to follow `" + source.name() + "` and does not, within "
                    + Texts.duration(TO_CONNECT) + ": " + channel().map(Repointing::told).orElse("it has no channel")
                    + ".")
                    .hint("Compare the replication account of the inventory with the accounts on `" + source.name()
                            + "`.");
        }
    }

    private Optional<ReplicaChannel> channel() {
        return server.channels().stream().findFirst();
    }

    private static boolean connected(ReplicaChannel now, Observed target) {
        return now.receiving() && now.sourceUuid().equals(target.uuid()) && now.applier() == ThreadState.ON
                && now.applierError() == 0;
    }

    private static String told(ReplicaChannel channel) {
        String threads = "its receiver is " + channel.receiver() + ", its applier " + channel.applier();
        return channel.errorText().isEmpty() ? threads : threads + ", " + channel.errorText();
    }

    private Failure refused(String why, String hint) {
        return Failure.of("`" + server.name() + "` does not follow `" + source.name() + "`: " + why + ".").hint(hint);
    }
}
