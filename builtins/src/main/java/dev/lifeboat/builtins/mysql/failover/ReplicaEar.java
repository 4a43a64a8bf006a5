package dev.lifeboat.builtins.mysql.failover;

import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.MySqlServer.ReplicaChannel;
import dev.lifeboat.builtins.mysql.MySqlServer.ThreadState;
import dev.lifeboat.builtins.mysql.survey.Observed;
import dev.lifeboat.builtins.mysql.survey.Patience;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Failure;
import java.time.Duration;
import java.util.Optional;

/**
 * Asks one replica whether it still hears its primary. That its receiver says ON proves nothing: for up to {@code replica_net_timeout} it does so over a dead
 * or frozen primary too. So either something new has come between two looks, or the receiver is restarted, which makes it log in again, and put back.
 */
final class ReplicaEar {
    private static final Duration TO_CONNECT = Duration.ofSeconds(4);
    private static final Duration EVERY = Duration.ofMillis(500);
    private static final Duration TO_PUT_BACK = Duration.ofSeconds(30);
    /** Errors of the client's side (2000 to 2999), such as 2003: the source did not answer. Every other number came from the source. */
    private static final int FIRST_CLIENT_ERROR = 2000;
    private static final int LAST_CLIENT_ERROR = 2999;

    private final Call call;
    private final Observed before;
    private final boolean followsPrimary;
    private ReplicaChannel last;
    private String told = "";

    ReplicaEar(Call call, Observed before, boolean followsPrimary) {
        this.call = call;
        this.before = before;
        this.followsPrimary = followsPrimary;
    }

    /** What {@link #listen} saw, for the evidence. */
    String told() {
        return "`" + before.name() + "`: " + told;
    }

    /** Call it some seconds after the replica was first looked at. */
    Hearing listen() {
        if (!before.answers()) {
            return says(Hearing.UNSEEN, before.problem());
        }
        if (!followsPrimary) {
            return says(Hearing.ELSEWHERE, "it does not follow the primary, so it can't tell");
        }
        try {
            return compare(before.channel().orElseThrow(), now());
        } catch (Failure failure) {
            return says(Hearing.UNSEEN, failure.getMessage());
        }
    }

    private ReplicaChannel now() {
        last = before.server().channels().stream().findFirst()
                .orElseThrow(() -> Failure.of("`" + before.name() + "` has lost its channel meanwhile."));
        return last;
    }

    private Hearing compare(ReplicaChannel first, ReplicaChannel second) {
        if (second.receiving() && grew(first, second)) {
            return says(Hearing.HEARS, "its receiver gets news of the primary");
        }
        return restart(second);
    }

    private static boolean grew(ReplicaChannel first, ReplicaChannel second) {
        return second.heartbeats() > first.heartbeats() || !first.received().contains(second.received())
                || isAfter(second.lastHeartbeat(), first.lastHeartbeat());
    }

    private static <T extends Comparable<T>> boolean isAfter(Optional<T> second, Optional<T> first) {
        return second.isPresent() && (first.isEmpty() || second.get().compareTo(first.get()) > 0);
    }

    private Hearing restart(ReplicaChannel found) {
        MySqlServer replica = before.server();
        boolean ran = found.receiver() != ThreadState.OFF;
        boolean asFound = false;
        try {
            if (ran) {
                replica.stopReceiver();
            }
            replica.startReceiver();
            asFound = ran;
            return reconnected(found);
        } finally {
            if (!asFound) {
                call.putBack(TO_PUT_BACK, ran ? replica::startReceiver : replica::stopReceiver);
            }
        }
    }

    private Hearing reconnected(ReplicaChannel found) {
        new Patience(call, TO_CONNECT, EVERY).until(() -> decided(now()));
        if (reached(last)) {
            return says(Hearing.HEARS, "its receiver was restarted and reaches the primary");
        }
        String was = "its receiver, " + found.receiver() + " before, was restarted and does not reach the primary";
        return says(Hearing.DEAF, last.receiverError() == 0 ? was : was + " (error " + last.receiverError() + ")");
    }

    private static boolean reached(ReplicaChannel channel) {
        return channel.receiving() || channel.receiverError() != 0 && !clientError(channel.receiverError());
    }

    private static boolean decided(ReplicaChannel channel) {
        return reached(channel) || clientError(channel.receiverError());
    }

    private static boolean clientError(int error) {
        return error >= FIRST_CLIENT_ERROR && error <= LAST_CLIENT_ERROR;
    }

    private Hearing says(Hearing hearing, String what) {
        told = what;
        return hearing;
    }
}
