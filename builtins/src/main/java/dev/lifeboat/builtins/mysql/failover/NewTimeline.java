package dev.lifeboat.builtins.mysql.failover;

import dev.lifeboat.builtins.mysql.Cluster;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.ServerTimeline.Epoch;
import dev.lifeboat.builtins.mysql.ServerTimeline.Timeline;
import dev.lifeboat.builtins.mysql.survey.Observed;
import dev.lifeboat.builtins.mysql.survey.Unsupported;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Failure;
import java.util.Optional;
import java.util.stream.Stream;

/** Begins an epoch on the server that takes the writes, so that whoever has gone on without what was done to its data is known from then on. */
public record NewTimeline(Call call, Cluster cluster, MySqlServer server, String why) {

    public void begin() {
        Observed found = Observed.need(server);
        refuse(found);
        Timeline before = server.timeline();
        requirePrepared(before);
        String reason = why + runId(call);
        if (ofThisRun(before, found, reason).isPresent()) {
            call.did(server.name(), "is in epoch " + before.epochs().getLast().number() + " already");
        } else {
            begin(found, before, reason);
        }
        new NewPrimary(call, server, true).startHeartbeat();
    }

    private void begin(Observed found, Timeline before, String reason) {
        call.inverse("let " + server.name() + " be in the epoch before again", "mysql.forget_epoch", server,
                before.next(), reason, found.executed());
        server.beginEpoch(before.next(), reason);
        Epoch epoch = ofThisRun(server.timeline(), found, reason).orElseThrow(() -> Failure.of("`" + server.name()
                + "` was told to begin epoch " + before.next() + ", and its table does not show it."));
        call.did(server.name(), "began epoch " + epoch.number() + ": " + epoch.id());
    }

    private void refuse(Observed found) {
        Unsupported.refuse(found);
        boolean known = Stream.concat(cluster.servers().stream(), cluster.spares().stream())
                .anyMatch(one -> one.name().equals(server.name()));
        if (!known) {
            throw refused("it is no server of `" + cluster.name() + "`",
                    "Name one of its servers, or the spare that its data were restored into.");
        }
        if (!found.writable()) {
            throw refused("it takes no writes, and the row must be written where all others get it from",
                    "Begin it on the server that takes the writes, after the restore and before anybody else writes.");
        }
    }

    private void requirePrepared(Timeline timeline) {
        if (!timeline.prepared()) {
            throw refused("it has no table `lifeboat.timeline`", "Run `lifeboat prepare`.");
        }
    }

    private static Optional<Epoch> ofThisRun(Timeline timeline, Observed found, String reason) {
        return Optional.of(timeline.epochs()).filter(epochs -> !epochs.isEmpty()).map(epochs -> epochs.getLast())
                .filter(last -> last.reason().equals(reason) && last.server().equals(found.uuid()));
    }

    /** {@code " (run …)"}; nothing where there is no run to speak of. */
    static String runId(Call call) {
        String id = Promotion.runId(call);
        return id.isEmpty() ? "" : " (run " + id + ")";
    }

    private Failure refused(String sentence, String hint) {
        return Failure.of("`" + server.name() + "` begins no timeline: " + sentence + ".").hint(hint);
    }
}
