package dev.lifeboat.builtins.mysql.replication;

import dev.lifeboat.builtins.mysql.MySqlServer.ReplicaChannel;
import dev.lifeboat.builtins.mysql.MySqlServer.ThreadState;
import dev.lifeboat.builtins.mysql.survey.Observed;
import dev.lifeboat.builtins.mysql.survey.RunFacts;
import dev.lifeboat.builtins.mysql.survey.Survey;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.value.Texts;
import java.util.ArrayList;
import java.util.List;

/**
 * Lets replicas apply what they have received. Never restarts one: with {@code relay_log_recovery} a restart throws away what is unapplied. How long it takes
 * is nobody's business but the step's; that nothing moves any more is.
 */
public final class Drain {
    private final Call call;
    private final Survey survey;
    private final List<String> drained = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    public Drain(Call call, Survey survey) {
        this.call = call;
        this.survey = survey;
    }

    public void all() {
        List<Backlog> open = new ArrayList<>();
        survey.replicas().forEach(replica -> begin(replica, open));
        while (!open.isEmpty()) {
            open.removeIf(this::done);
            open.forEach(Backlog::requireProgress);
        }
        if (drained.isEmpty()) {
            throw Failure.of("No replica of `" + survey.cluster().name() + "` could apply what it has received.")
                    .evidence(problems).hint("Repair one of the appliers; the reasons are listed.");
        }
        new RunFacts(call).learn(RunFacts.DRAINED, drained);
    }

    private void begin(Observed replica, List<Backlog> open) {
        if (!replica.answers()) {
            leaveOut(replica.name(), replica.problem());
        } else if (!survey.followsPrimary(replica)) {
            leaveOut(replica.name(), "it does not follow the primary");
        } else if (!replica.channel().orElseThrow().delay().isZero()) {
            leaveOut(replica.name(), "it is behind on purpose");
        } else {
            startApplier(replica);
            open.add(new Backlog(call, replica));
        }
    }

    private void leaveOut(String server, String why) {
        problems.add("`" + server + "`: " + why);
        call.did(server, "left out: " + why);
    }

    private void startApplier(Observed replica) {
        ReplicaChannel channel = replica.channel().orElseThrow();
        if (channel.applier() != ThreadState.OFF || channel.applierError() != 0 || replica.unapplied().isEmpty()) {
            return;
        }
        call.inverse("stop the applier of " + replica.name() + " again", "mysql.stop_applier", replica.server());
        replica.server().startApplier();
        call.did(replica.name(), "started its applier, which stood still");
    }

    private boolean done(Backlog backlog) {
        try {
            return look(backlog);
        } catch (Failure failure) {
            leaveOut(backlog.name(), failure.getMessage());
            return true;
        }
    }

    private boolean look(Backlog backlog) {
        if (backlog.applied()) {
            drained.add(backlog.name());
            call.did(backlog.name(), backlog.atFirst() == 0
                    ? "has applied all that it received"
                    : "applied " + Texts.count(backlog.atFirst(), "received transaction"));
            return true;
        }
        if (backlog.applierError().isPresent()) {
            leaveOut(backlog.name(), backlog.applierError().get());
            return true;
        }
        call.progress(backlog.name() + ": " + Texts.count(backlog.left(), "received transaction") + " to apply");
        return false;
    }
}
