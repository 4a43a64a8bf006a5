package dev.lifeboat.builtins.mysql.failover;

import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.MySqlServer.ReadOnly;
import dev.lifeboat.builtins.mysql.MySqlServer.ReplicaChannel;
import dev.lifeboat.builtins.mysql.MySqlServer.ThreadState;
import dev.lifeboat.builtins.mysql.replication.CommitWait;
import dev.lifeboat.builtins.mysql.replication.Levelling;
import dev.lifeboat.builtins.mysql.survey.Landscape;
import dev.lifeboat.builtins.mysql.survey.Observed;
import dev.lifeboat.builtins.mysql.survey.RunFacts;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.value.Value;

/**
 * Makes the elected server the primary: catches up from the server that has most, stops replication for good, opens, and proves by a row that it takes
 * writes. It keeps its channel, so that it can be taken back; `mysql.detach` ends that.
 */
record Promotion(Call call, Landscape landscape, MySqlServer server) {
    static final String CANARY = "promoted by run ";

    void promote() {
        if (Observed.need(server).writable() && new RunFacts(call).is(RunFacts.PROMOTED, server.name())) {
            requireOpen();
            call.did(server.name(), "is the primary already");
            return;
        }
        PromotionCheck check = new PromotionCheck(call, landscape, server);
        check.beforeAnything();
        new Levelling(call, landscape, server).level();
        open(check.beforeOpening());
    }

    private void open(Observed found) {
        boolean prepared = prepared();
        stopReplication(found);
        persistSkipReplicaStart(found.state().skipReplicaStart());
        new CommitWait(call, server).lift();
        call.inverse("make " + server.name() + " a replica again", "mysql.demote", server, found.executed(),
                found.state().readOnly());
        server.setReadOnly(ReadOnly.WRITABLE);
        new RunFacts(call).learn(RunFacts.PROMOTED, server.name());
        requireOpen();
        if (prepared) {
            writeCanary();
            startHeartbeat();
        }
        call.did(server.name(), "is the primary: it takes writes");
    }

    /** Whether schema `lifeboat` is there. A disaster is no time to refuse because it is not. */
    private boolean prepared() {
        try {
            return server.heartbeat().isPresent();
        } catch (Failure failure) {
            call.did(server.name(), "no canary and no heartbeat: " + failure.getMessage());
            return false;
        }
    }

    private void stopReplication(Observed found) {
        ReplicaChannel channel = found.channel().orElseThrow();
        boolean received = channel.receiver() != ThreadState.OFF;
        boolean applied = channel.applier() != ThreadState.OFF;
        call.inverse("let " + server.name() + " replicate again as before", "mysql.restore_threads", server, received,
                applied);
        if (received) {
            server.stopReceiver();
        }
        if (applied) {
            server.tellApplierToStop();
            awaitWholeTransactions();
        }
    }

    /**
     * An applier that goes on has begun a transaction. Of one that was received to its end nothing may be lost: it is waited for. One whose rest never came is
     * no reason to: without a receiver it can't be committed, and it keeps nobody but its own rows from being written until MySQL rolls it back.
     */
    private void awaitWholeTransactions() {
        Observed now = Observed.need(server);
        boolean applies = now.channels().stream().anyMatch(channel -> channel.applier() != ThreadState.OFF);
        boolean receives = now.channels().stream().anyMatch(channel -> channel.receiver() != ThreadState.OFF);
        if (applies && (receives || !now.unapplied().isEmpty())) {
            server.stopApplier();
        } else if (applies) {
            call.did(server.name(),
                    "has the beginning of a transaction whose rest died with its source: MySQL rolls it back within a minute");
        }
    }

    /** Without it a restart takes replication from the old primary up again. */
    private void persistSkipReplicaStart(boolean before) {
        call.inverse("let " + server.name() + (before ? " not" : "") + " replicate after a restart, as before",
                "mysql.restore_skip_replica_start", server, before);
        server.persistSkipReplicaStart(true);
    }

    private void requireOpen() {
        ReadOnly now = server.state().readOnly();
        if (!now.writable()) {
            throw Failure.of("`" + server.name() + "` was opened and is still read-only.")
                    .hint("Something else may be setting `super_read_only`: look for other automation.");
        }
        if (now.bootsWritable()) {
            throw Failure.of("`" + server.name() + "` has a persisted OFF: fenced later, it would come back writable.")
                    .hint("RESET PERSIST read_only, super_read_only.");
        }
    }

    private void writeCanary() {
        GtidSet canary = server.writeCanary(CANARY + runId(call));
        String uuid = server.state().identity().uuid();
        if (!canary.isEmpty() && canary.from(uuid).isEmpty()) {
            throw Failure.of("The first row that `" + server.name()
                    + "` took as the primary carries the identity of another server: " + canary + ".");
        }
    }

    /** The next failover needs it; this one is done, and does not fail for it. */
    private void startHeartbeat() {
        try {
            server.startHeartbeat();
        } catch (Failure failure) {
            call.did(server.name(),
                    "writes no heartbeat, so that the next loss can't be bounded: " + failure.getMessage());
        }
    }

    static String runId(Call call) {
        return call.named("run").map(run -> run instanceof Value.Fields fields ? fields.fields().get("id") : null)
                .map(id -> id instanceof Value.Text text ? text.value() : "").orElse("");
    }
}
