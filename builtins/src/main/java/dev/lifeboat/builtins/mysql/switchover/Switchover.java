package dev.lifeboat.builtins.mysql.switchover;

import dev.lifeboat.builtins.mysql.Cluster;
import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.MySqlServer.ReadOnly;
import dev.lifeboat.builtins.mysql.MySqlServer.ReplicaChannel;
import dev.lifeboat.builtins.mysql.MySqlServer.ServerState;
import dev.lifeboat.builtins.mysql.MySqlServer.Session;
import dev.lifeboat.builtins.mysql.MySqlServer.ThreadState;
import dev.lifeboat.builtins.mysql.failover.MySqlInverses;
import dev.lifeboat.builtins.mysql.failover.NewPrimary;
import dev.lifeboat.builtins.mysql.fence.LiveFence;
import dev.lifeboat.builtins.mysql.replication.CommitWait;
import dev.lifeboat.builtins.mysql.replication.Pursuit;
import dev.lifeboat.builtins.mysql.replication.Repointing;
import dev.lifeboat.builtins.mysql.survey.Landscape;
import dev.lifeboat.builtins.mysql.survey.Observed;
import dev.lifeboat.builtins.mysql.survey.RunFacts;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.value.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Moves the primary's part to another server without losing anything. All that can be done before is done while the primary takes writes: the candidate catches
 * up, and its siblings follow it already. So nobody can write only for as long as it takes to fence the one, to wait for the last transactions, and to open the
 * other. Until that is opened everything is put back where anything goes wrong; from then on the rest can be done by calling the word again.
 */
final class Switchover {
    private static final Duration TO_PUT_BACK = Duration.ofMinutes(2);

    private final Call call;
    private final Landscape landscape;
    private final Cluster cluster;
    private final MySqlServer to;
    private final Duration within;
    private final SwitchoverCheck check;
    private final WayBack wayBack;
    private final MySqlInverses inverses;
    /** From then on nothing is put back by this word: there could be two primaries. */
    private boolean mayBeOpen;

    /** @param within how long nobody may be able to write before it is all put back */
    Switchover(Call call, Landscape landscape, Cluster cluster, MySqlServer to, Duration within) {
        this.call = call;
        this.landscape = landscape;
        this.cluster = cluster;
        this.to = to;
        this.within = within;
        this.check = new SwitchoverCheck(call, landscape, cluster, to);
        this.wayBack = new WayBack(call);
        this.inverses = new MySqlInverses(landscape.inventory());
    }

    Handover run() {
        Observed primary = check.primary();
        if (primary.name().equals(to.name())) {
            check.rest().forEach(this::follow);
            call.did(to.name(), "is the primary already");
            return new Handover(Duration.ZERO, primary.executed());
        }
        Observed candidate = Observed.need(to);
        check.candidate(primary, candidate);
        Handover handover = handOver(primary, candidate);
        afterwards(primary);
        call.did(to.name(),
                "is the primary: nobody could write for " + Texts.duration(handover.gap()) + ", and nothing was lost");
        return handover;
    }

    private Handover handOver(Observed primary, Observed candidate) {
        try {
            catchUp(primary);
            check.siblings(primary).forEach(sibling -> comeAlong(primary, sibling));
            persistSkipReplicaStart(candidate.state().skipReplicaStart());
            boolean prepared = prepared();
            requireClose(primary);
            stopEvents(primary);
            openTransactions(primary);
            new CommitWait(call, to).lift().ifPresent(found -> wayBack.add(to.name(),
                    "let its commits wait for replicas again", () -> to.setSemiSync(found)));
            Instant began = call.now();
            GtidSet last = close(primary);
            stopReplication(candidate);
            requireStandstill(primary, last);
            call.inverse("make " + to.name() + " a replica again", "mysql.demote", to,
                    last.union(candidate.executed()), candidate.state().readOnly());
            open();
            new RunFacts(call).learn(RunFacts.PROMOTED, to.name());
            NewPrimary opened = new NewPrimary(call, to, prepared);
            opened.prove(candidate.uuid());
            Handover handover = new Handover(Duration.between(began, call.now()), last);
            opened.startHeartbeat();
            return handover;
        } finally {
            if (!mayBeOpen) {
                wayBack.walk(TO_PUT_BACK);
            }
        }
    }

    /** Once for all that there is, however long that takes, and once more for what came meanwhile. */
    private void catchUp(Observed primary) {
        Pursuit pursuit = new Pursuit(call, to, primary.name());
        pursuit.await(primary.executed());
        pursuit.await(primary.server().state().executed());
        call.did(to.name(), "has caught up with " + primary.name());
    }

    /** What it takes now it will take when nobody can write. */
    private void requireClose(Observed primary) {
        GtidSet now = primary.server().state().executed();
        if (!to.waitForExecuted(now, within)) {
            throw Failure.of("`" + to.name() + "` does not take over: it is more than " + Texts.duration(within)
                    + " behind `" + primary.name() + "`, and nobody could write for that long.")
                    .evidence(List.of("missing: " + now.subtract(to.state().executed())))
                    .hint("Let it catch up first, or give it longer with `within`.");
        }
    }

    /** A sibling follows the candidate from before the fence on. It stands still first, so that it has nothing that the candidate has not. */
    private void comeAlong(Observed primary, Observed sibling) {
        MySqlServer server = sibling.server();
        ReplicaChannel before = sibling.channel().orElseThrow();
        boolean received = before.receiver() != ThreadState.OFF;
        boolean applied = before.applier() != ThreadState.OFF;
        if (!before.sourceUuid().equals(primary.uuid())) {
            return;
        }
        call.inverse("let " + server.name() + " replicate again as before", "mysql.restore_threads", server, received,
                applied);
        wayBack.add(server.name(), "make " + server.name() + " follow " + primary.name() + " again",
                () -> inverses.restoreSource(call, server, before.sourceHost(), before.sourcePort(), received,
                        applied));
        if (applied) {
            server.stopApplier();
        }
        server.stopReceiver();
        new Pursuit(call, to, primary.name()).await(Observed.need(server).holds());
        follow(server);
    }

    private void follow(MySqlServer server) {
        new Repointing(call, landscape, server, to).repoint();
    }

    private void persistSkipReplicaStart(boolean before) {
        call.inverse("let " + to.name() + (before ? " not" : "") + " replicate after a restart, as before",
                "mysql.restore_skip_replica_start", to, before);
        wayBack.add(to.name(), "let it replicate after a restart as before",
                () -> inverses.restoreSkipReplicaStart(call, to, before));
        to.persistSkipReplicaStart(true);
    }

    /** Whether schema `lifeboat` is there, for a canary and a heartbeat. */
    private boolean prepared() {
        try {
            return to.heartbeat().isPresent();
        } catch (Failure failure) {
            call.did(to.name(), "no canary and no heartbeat: " + failure.getMessage());
            return false;
        }
    }

    /** What an event writes counts as any other transaction, so that the position would not stand still. */
    private void stopEvents(Observed primary) {
        boolean before = primary.state().eventScheduler();
        MySqlServer server = primary.server();
        call.inverse("let " + server.name() + " run its events again as before", "mysql.restore_events", server,
                before);
        wayBack.add(server.name(), "let it run its events again",
                () -> new TopologyInverses(landscape.inventory()).restoreEvents(call, server, before));
        if (before) {
            server.setEventScheduler(false);
        }
    }

    /** A transaction that is open now fails when it commits (error 1290): somebody may ask for it. */
    private void openTransactions(Observed primary) {
        long open = primary.server().sessions().stream().filter(Session::inTransaction).count();
        if (open > 0) {
            call.did(primary.name(), Texts.count(open, "open transaction") + " can't commit any more");
        }
    }

    /** @return all that the primary has, once it stands still and the candidate has it too */
    private GtidSet close(Observed primary) {
        MySqlServer server = primary.server();
        ReadOnly before = primary.state().readOnly();
        call.inverse("open " + server.name() + " again", "mysql.restore_read_only", server, before);
        wayBack.add(server.name(), "open " + server.name() + " again",
                () -> inverses.restoreReadOnly(call, server, before));
        server.setReadOnly(ReadOnly.FENCED);
        call.did(server.name(), "is read-only, also after a restart; " + server.killSessions().told());
        return handedOver(server);
    }

    /** All that the primary has, once the candidate has it too. */
    private GtidSet handedOver(MySqlServer server) {
        GtidSet last = server.state().executed();
        if (!to.waitForExecuted(last, within)) {
            throw Failure
                    .of("`" + to.name() + "` did not get the last transactions of `" + server.name() + "` within "
                            + Texts.duration(within) + ".")
                    .evidence(List.of("missing: " + last.subtract(to.state().executed())))
                    .hint("Look what its applier waits for, or give it longer with `within`; then try again.");
        }
        return last;
    }

    private void stopReplication(Observed candidate) {
        ReplicaChannel channel = candidate.channel().orElseThrow();
        boolean received = channel.receiver() != ThreadState.OFF;
        boolean applied = channel.applier() != ThreadState.OFF;
        call.inverse("let " + to.name() + " replicate again as before", "mysql.restore_threads", to, received,
                applied);
        wayBack.add(to.name(), "let " + to.name() + " replicate again",
                () -> inverses.restoreThreads(call, to, received, applied));
        to.stopReceiver();
        to.stopApplier();
    }

    /** Just before there would be two: the position is read for the second time, and nobody has opened the old primary meanwhile. */
    private void requireStandstill(Observed primary, GtidSet last) {
        ServerState now = primary.server().state();
        if (!LiveFence.fenced(now.readOnly())) {
            throw Failure.of("`" + primary.name() + "` was fenced, and is not any more: `" + to.name()
                    + "` was not opened.").hint("Something else may be setting `super_read_only`: look for other"
                            + " automation.");
        }
        GtidSet more = now.executed().subtract(last);
        if (!more.isEmpty()) {
            throw Failure.of("`" + primary.name() + "` is read-only, and still executes transactions: its position"
                    + " does not stand still. `" + to.name() + "` was not opened.").evidence(List.of("more: " + more))
                    .hint("Look for what writes past `super_read_only`: replication from elsewhere, FLUSH, maintenance.");
        }
    }

    private void open() {
        mayBeOpen = true;
        try {
            to.setReadOnly(ReadOnly.WRITABLE);
        } catch (Failure failure) {
            mayBeOpen = failure.outcome() != Failure.Outcome.NOT_DONE;
            throw failure;
        }
    }

    /**
     * The old primary is a replica like the others: it is fenced, and the new one has all that it has, so that nothing speaks against it. Whether it has connected
     * is to be looked at once the application is back; where this fails it is told, and calling the word again does it.
     */
    private void afterwards(Observed primary) {
        try {
            followBlindly(primary);
        } catch (Failure failure) {
            call.did(primary.name(),
                    "does not follow yet: " + failure.getMessage() + " Calling the word again does it.");
        }
    }

    private void followBlindly(Observed primary) {
        MySqlServer server = primary.server();
        primary.channel().ifPresentOrElse(
                before -> call.inverse("make " + server.name() + " have its old source again", "mysql.restore_source",
                        server, before.sourceHost(), before.sourcePort(), false, false),
                () -> call.inverse("let " + server.name() + " follow nobody again", "mysql.forget_source", server));
        server.changeSource(landscape.following(to.name()));
        server.startReceiver();
        server.startApplier();
        if (primary.state().skipReplicaStart()) {
            call.inverse("let " + server.name() + " not replicate after a restart, as before",
                    "mysql.restore_skip_replica_start", server, true);
            server.persistSkipReplicaStart(false);
        }
        call.did(server.name(), "was told to follow " + to.name());
    }
}
