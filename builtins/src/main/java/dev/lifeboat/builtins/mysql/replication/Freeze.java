package dev.lifeboat.builtins.mysql.replication;

import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.MySqlServer.ThreadState;
import dev.lifeboat.builtins.mysql.survey.Observed;
import dev.lifeboat.builtins.mysql.survey.Survey;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Failure;

/** Stops what replicas receive from the primary, so that their positions stand still and can be compared. */
public record Freeze(Call call, Survey survey) {

    public void all() {
        survey.replicas().stream().filter(replica -> !replica.answers())
                .forEach(replica -> call.did(replica.name(), "left out: " + replica.problem()));
        if (survey.followers().isEmpty()) {
            throw Failure.of("No replica of `" + survey.cluster().name() + "` that follows the primary can be reached.")
                    .evidence(survey.replicas().stream().map(this::told).toList())
                    .hint("Nothing can be promoted before one of them answers.");
        }
        survey.followers().forEach(this::freeze);
    }

    private String told(Observed replica) {
        return replica.answers() ? "`" + replica.name() + "` does not follow the primary." : replica.problem();
    }

    private void freeze(Observed replica) {
        MySqlServer server = replica.server();
        if (replica.channel().orElseThrow().receiver() == ThreadState.OFF) {
            call.did(server.name(), "its receiver stands still already");
            return;
        }
        call.inverse("start the receiver of " + server.name() + " again", "mysql.start_receiver", server);
        server.stopReceiver();
        if (server.channels().stream().anyMatch(channel -> channel.receiver() != ThreadState.OFF)) {
            throw Failure.of("The receiver of `" + server.name() + "` goes on after it was stopped.");
        }
        call.did(server.name(), "stopped its receiver");
    }
}
