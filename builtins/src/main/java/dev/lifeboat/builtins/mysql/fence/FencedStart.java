package dev.lifeboat.builtins.mysql.fence;

import dev.lifeboat.builtins.host.Host;
import dev.lifeboat.builtins.host.Host.ServiceState;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.MySqlServer.Reach;
import dev.lifeboat.builtins.mysql.MySqlServer.ReadOnly;
import dev.lifeboat.builtins.mysql.MySqlServer.ServerState;
import dev.lifeboat.builtins.mysql.survey.Landscape;
import dev.lifeboat.builtins.mysql.survey.Observed;
import dev.lifeboat.builtins.mysql.survey.Patience;
import dev.lifeboat.builtins.mysql.survey.RunFacts;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.value.Texts;
import java.time.Duration;

/**
 * Starts a server so that it never takes a write. A persisted {@code super_read_only=OFF} beats the option file and the command line, so the first start must
 * not read what is persisted ({@code --persisted-globals-load=OFF --super-read-only=ON --skip-replica-start=ON}, the inventory's {@code start_fenced}). Then
 * the fence is persisted in place of the OFF, which leaves everything else that is persisted as it was (tried on 9.7.4), and an ordinary restart has to come
 * back read-only.
 */
public record FencedStart(Call call, Landscape landscape, MySqlServer server) {
    /** Crash recovery of a large server takes minutes; the step's own timeout is what limits it. */
    private static final Duration TO_START = Duration.ofMinutes(30);
    private static final Duration TO_STOP = Duration.ofMinutes(5);
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final Duration TO_ANSWER = Duration.ofSeconds(5);
    private static final String SERVICE = Landscape.SERVICE;

    public void start() {
        if (server.reach(Observed.TO_ANSWER).answered()) {
            fenceRunning();
        } else {
            startStopped(host());
        }
    }

    private void startStopped(Host host) {
        boolean running = host.service(SERVICE) == ServiceState.RUNNING;
        if (running) {
            requireOwnStart(host);
        }
        call.inverse("stop MySQL on " + host.name() + " again", "mysql.stop_again", server);
        if (!running) {
            new RunFacts(call).learn(RunFacts.STARTED_FENCED, server.name());
            host.startServiceFenced(SERVICE);
        }
        awaitAnswer(host);
        requireReadOnly(host, "was started fenced and came up writable: it was killed at once");
        persistFence();
        restart(host);
        call.did(server.name(), "was started read-only, and comes back read-only after a restart");
    }

    private void fenceRunning() {
        ServerState found = server.state();
        if (LiveFence.fenced(found.readOnly())) {
            call.did(server.name(), "runs already, read-only for good");
            return;
        }
        call.inverse("open " + server.name() + " again", "mysql.unfence", server, found.readOnly(),
                found.offlineMode());
        persistFence();
        call.did(server.name(), "ran already, and is read-only for good now");
    }

    private Host host() {
        Host host = landscape.host(call, server.name())
                .orElseThrow(() -> Failure
                        .of("`" + server.name() + "` can't be started: " + landscape.noHost(server.name()) + ".")
                        .hint("Start it by hand with --persisted-globals-load=OFF --super-read-only=ON --skip-replica-start=ON."));
        if (!host.reachable(TO_ANSWER)) {
            throw Failure
                    .of("`" + server.name() + "` can't be started: its host `" + host.name() + "` can't be reached.")
                    .hint("Where the host was switched off, keep MySQL from starting with it before it is switched on.");
        }
        return host;
    }

    /** A start that this run made before and did not see to its end. What somebody else started may be writable. */
    private void requireOwnStart(Host host) {
        if (!new RunFacts(call).is(RunFacts.STARTED_FENCED, server.name())) {
            throw Failure.of("MySQL runs on host `" + host.name() + "` and does not answer; this run did not start it.")
                    .hint("Fence `" + server.name() + "` first: that ends it.");
        }
    }

    private void awaitAnswer(Host host) {
        boolean answered = new Patience(call, TO_START, EVERY).until(() -> {
            Reach reach = server.reach(Observed.TO_ANSWER);
            if (!reach.answered()) {
                call.progress(server.name() + " is starting: " + reach.detail());
                requireRunning(host, reach);
            }
            return reach.answered();
        });
        if (!answered) {
            throw Failure
                    .of("`" + server.name() + "` was started and did not answer within " + Texts.duration(TO_START)
                            + ".")
                    .hint("Look at its error log on host `" + host.name() + "`.");
        }
    }

    private void requireRunning(Host host, Reach reach) {
        if (host.service(SERVICE) == ServiceState.STOPPED) {
            throw Failure.of("`" + server.name() + "` was started and ended by itself: " + reach.detail() + ".")
                    .hint("Look at its error log on host `" + host.name() + "`.");
        }
    }

    private void requireReadOnly(Host host, String otherwise) {
        if (!server.state().readOnly().superReadOnly()) {
            host.killService(SERVICE);
            throw Failure.of("`" + server.name() + "` " + otherwise + ".").hint(
                    "`start_fenced` of host `" + host.name()
                            + "` in the inventory must start it with --persisted-globals-load=OFF --super-read-only=ON.");
        }
    }

    private void persistFence() {
        server.setReadOnly(ReadOnly.FENCED);
        server.persistSkipReplicaStart(true);
        if (!LiveFence.fenced(server.state().readOnly())) {
            throw Failure
                    .of("`" + server.name()
                            + "` was told to be read-only for good, and would come back writable from a restart.")
                    .hint("Keep it stopped, and look at what is persisted: `performance_schema.persisted_variables`.");
        }
    }

    private void restart(Host host) {
        host.stopService(SERVICE);
        if (!new Patience(call, TO_STOP, EVERY).until(() -> host.service(SERVICE) != ServiceState.RUNNING)) {
            throw Failure.of(
                    "`" + server.name() + "` was told to stop and has not, within " + Texts.duration(TO_STOP) + ".");
        }
        host.startService(SERVICE);
        awaitAnswer(host);
        requireReadOnly(host,
                "came back writable from a restart, although its fence is persisted: it was killed at once");
    }
}
