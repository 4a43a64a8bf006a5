package dev.lifeboat.builtins.mysql.replication;

import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.MySqlServer.ReplicaChannel;
import dev.lifeboat.builtins.mysql.survey.Landscape;
import dev.lifeboat.builtins.mysql.survey.Observed;
import dev.lifeboat.builtins.mysql.survey.RunFacts;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.value.Texts;
import java.time.Duration;

/** Lets the candidate catch up from the server that has more and must not win. Both stay read-only. */
public record Levelling(Call call, Landscape landscape, MySqlServer server) {
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final int MOST_LOOKS_WITHOUT_PROGRESS = 30;

    public void level() {
        new RunFacts(call).text(RunFacts.LEVEL_FROM)
                .ifPresent(source -> levelFrom(call.port(MySqlServer.class, source)));
    }

    public void levelFrom(MySqlServer source) {
        Observed found = Observed.need(server);
        GtidSet wanted = Observed.need(source).executed();
        if (found.executed().contains(wanted)) {
            return;
        }
        new Repointing(call, landscape, server, source).repoint();
        await(wanted, source.name());
        server.stopReceiver();
        call.did(server.name(), "caught up from " + source.name() + ": "
                + Texts.count(wanted.subtract(found.executed()).count(), "transaction"));
    }

    private void await(GtidSet wanted, String source) {
        GtidSet left = wanted;
        for (int still = 0; !server.waitForExecuted(wanted, LOOK);) {
            Observed now = Observed.need(server);
            GtidSet rest = wanted.subtract(now.executed());
            still = rest.equals(left) ? still + 1 : 0;
            left = rest;
            requireProgress(now, left, still, source);
            call.progress(server.name() + ": " + Texts.count(left.count(), "transaction") + " to get from " + source);
            call.pause(LOOK);
        }
    }

    private void requireProgress(Observed now, GtidSet left, int still, String source) {
        int error = now.channel().map(ReplicaChannel::applierError).orElse(0);
        if (still >= MOST_LOOKS_WITHOUT_PROGRESS || error != 0) {
            throw Failure.of("`" + server.name() + "` could not catch up from `" + source + "`: "
                    + Texts.count(left.count(), "missing transaction")
                    + now.channel().filter(channel -> !channel.errorText().isEmpty())
                            .map(channel -> ", " + channel.errorText()).orElse("")
                    + ".")
                    .hint("Repair its replication and retry, or elect another server.");
        }
    }
}
