package dev.lifeboat.builtins.mysql.instance;

import dev.lifeboat.builtins.host.Host;
import dev.lifeboat.builtins.host.Host.ServiceState;
import dev.lifeboat.builtins.mysql.Instance;
import dev.lifeboat.builtins.mysql.Instance.ClonePhase;
import dev.lifeboat.builtins.mysql.Instance.CloneState;
import dev.lifeboat.builtins.mysql.Instance.Donor;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.MySqlServer.Reach;
import dev.lifeboat.builtins.mysql.survey.Landscape;
import dev.lifeboat.builtins.mysql.survey.Observed;
import dev.lifeboat.builtins.mysql.survey.Patience;
import dev.lifeboat.builtins.mysql.survey.RunFacts;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.value.Texts;
import java.time.Duration;
import java.util.Optional;

/** Sees a clone to its end: how far it is, the restart at its end by whoever is there to make it, and who answers afterwards. */
record Cloning(Call call, Landscape landscape, MySqlServer server, Instance instance) {
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final Duration TO_COME_BACK = Duration.ofMinutes(30);
    private static final Duration BY_ITSELF = Duration.ofSeconds(10);
    private static final Duration TO_STOP = Duration.ofSeconds(30);

    void receive(Donor donor, String uuid) {
        if (!underWay(donor)) {
            instance.beginClone(donor);
        }
        try {
            while (copying(donor)) {
                call.pause(EVERY);
            }
        } catch (RuntimeException broken) {
            call.putBack(TO_STOP, this::stopIfUnderWay);
            throw broken;
        }
        comeBack();
        meetAgain(uuid);
        requireCompleted(donor);
    }

    /** As in a run that broke off and is carried on. */
    private boolean underWay(Donor donor) {
        CloneState state = instance.cloneState();
        return state.phase() == ClonePhase.UNDER_WAY && state.source().equals(donor.address());
    }

    /** At its end the server goes away, or is there anew already. */
    private boolean copying(Donor donor) {
        if (!server.reach(Observed.TO_ANSWER).answered()) {
            return false;
        }
        CloneState state;
        try {
            state = instance.cloneState();
        } catch (Failure goneMeanwhile) {
            call.progress(server.name() + ": " + goneMeanwhile.getMessage());
            return false;
        }
        if (state.phase() == ClonePhase.FAILED) {
            throw failed(donor, state);
        }
        call.progress(server.name() + ": " + Texts.size(state.copied()) + " of about " + Texts.size(state.estimate())
                + " copied" + (state.stage().isEmpty() ? "" : ", " + state.stage()));
        return state.phase() == ClonePhase.UNDER_WAY;
    }

    private void stopIfUnderWay() {
        if (server.reach(Observed.TO_ANSWER).answered()
                && instance.cloneState().phase() == ClonePhase.UNDER_WAY) {
            instance.stopClone();
        }
    }

    /** A supervisor starts it again, and where there is none (3707), its host's service has to. */
    private void comeBack() {
        if (new Patience(call, BY_ITSELF, EVERY).until(this::answers)) {
            return;
        }
        Optional<Host> host = landscape.host(call, server.name());
        if (!new Patience(call, TO_COME_BACK, EVERY).until(() -> answers() || startedBy(host))) {
            throw Failure
                    .unknown("`" + server.name() + "` was cloned and does not answer: "
                            + server.reach(Observed.TO_ANSWER).detail() + ".")
                    .hint(host.isPresent()
                            ? "Look at its error log on host `" + host.get().name() + "`."
                            : "Start it by hand: " + landscape.noHost(server.name()) + ".");
        }
    }

    private boolean answers() {
        Reach reach = server.reach(Observed.TO_ANSWER);
        call.progress(server.name() + ": " + reach.detail());
        return reach.answered();
    }

    /** The old process may still be on its way out. */
    private boolean startedBy(Optional<Host> host) {
        boolean down = host.isPresent() && host.get().service(Landscape.SERVICE) == ServiceState.STOPPED;
        if (down) {
            host.get().startService(Landscape.SERVICE);
        }
        return down && answers();
    }

    /**
     * MySQL 9.7.4 keeps the server's own {@code server_uuid} through a clone; where it has another one now, the run learns that, and nobody else may teach it. It is asked without the run's
     * guard, which would take it for a stranger.
     */
    private void meetAgain(String before) {
        String uuid = server.reach(Observed.TO_ANSWER).identity()
                .orElseThrow(() -> Failure.unknown("`" + server.name() + "` went away again after it was cloned.")
                        .hint("Look at its error log."))
                .uuid();
        if (uuid.equals(before)) {
            return;
        }
        landscape.neighbours(call, server.name()).stream().map(Observed::of).filter(Observed::answers)
                .filter(other -> other.uuid().equals(uuid)).findFirst().ifPresent(other -> {
                    throw Failure
                            .unknown("`" + server.name() + "` answers as `" + other.name() + "` since it was cloned.")
                            .hint("Find out where its address leads.");
                });
        new RunFacts(call).learn(RunFacts.IDENTITY + server.name(), uuid);
        call.did(server.name(), "has another server_uuid now: " + uuid);
    }

    private void requireCompleted(Donor donor) {
        boolean over = new Patience(call, TO_COME_BACK, EVERY)
                .until(() -> instance.cloneState().phase() != ClonePhase.UNDER_WAY);
        CloneState state = instance.cloneState();
        if (!over || state.phase() != ClonePhase.COMPLETED || !state.source().equals(donor.address())) {
            throw failed(donor, state);
        }
    }

    private Failure failed(Donor donor, CloneState state) {
        return Failure
                .unknown("`" + server.name() + "` was to be cloned from " + donor.address() + ", and that "
                        + (state.phase() == ClonePhase.FAILED ? "failed" : "is not complete")
                        + (state.error() == 0 ? "" : ": error " + state.error() + ", " + state.message()) + ".")
                .hint("Its data are gone. Put that right and rebuild it again.");
    }
}
