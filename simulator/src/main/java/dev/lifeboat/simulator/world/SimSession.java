package dev.lifeboat.simulator.world;

import dev.lifeboat.builtins.mysql.MySqlHints;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.builtin.IdentityGuard;
import dev.lifeboat.simulator.model.Line;
import dev.lifeboat.simulator.model.Model;
import dev.lifeboat.simulator.model.Network;
import dev.lifeboat.simulator.model.Server;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** Runs statements on one simulated server, each on a connection of its own, as the real adapter does. */
final class SimSession {
    private static final Duration TO_CONNECT = Duration.ofSeconds(3);
    private static final Duration LOCK_WAIT_TIMEOUT = Duration.ofSeconds(5);

    private final Model model;
    private final Server server;
    private final Spending spending;
    private final IdentityGuard guard;

    /** @param guard is told, on each connection, which server it leads to */
    SimSession(Model model, Server server, Spending spending, IdentityGuard guard) {
        this.model = model;
        this.server = server;
        this.spending = spending;
        this.guard = guard;
    }

    Line line() {
        return model.line(Network.LIFEBOAT, server);
    }

    /** Who answers is known as soon as there is a connection. */
    void meet(Line line) {
        if (line == Line.OPEN) {
            guard.met(server.name(), server.uuid());
        }
    }

    /** @param doing for messages, after "Could not": {@code read its state} */
    <T> T observe(String doing, Duration cost, Supplier<T> work) {
        connect();
        if (!spending.spend(cost)) {
            throw Failure.of(late(doing));
        }
        if (line() != Line.OPEN) {
            throw Failure.of(lost(doing));
        }
        model.catchUp();
        return work.get();
    }

    <T> T observe(String doing, Supplier<T> work) {
        return observe(doing, spending.of(Cost.QUERY), work);
    }

    /** A server that is lost meanwhile, or a deadline, leaves the outcome unknown. */
    <T> T change(String doing, Cost cost, Supplier<T> work) {
        connect();
        if (!spending.spend(cost)) {
            throw Failure.unknown(late(doing));
        }
        if (line() != Line.OPEN) {
            throw Failure.unknown(lost(doing));
        }
        return model.change(work);
    }

    /** In vain, where somebody holds one. */
    void waitForLocks(String doing) {
        server.sessions().holder().ifPresent(holder -> observe(doing, LOCK_WAIT_TIMEOUT, () -> {
            throw refused(doing, 1205, "Lock wait timeout exceeded; try restarting transaction")
                    .evidence(List.of(MySqlHints.holder(holder.id(), holder.user(), holder.host())));
        }));
    }

    void change(String doing, Cost cost, Runnable work) {
        change(doing, cost, () -> {
            work.run();
            return null;
        });
    }

    private void connect() {
        switch (line()) {
            case OPEN -> login();
            case REFUSED -> {
                spending.spend(Cost.REFUSAL);
                throw unreachable("nothing listens there.");
            }
            case HUNG -> {
                spending.spend(TO_CONNECT);
                throw unreachable("it accepted the connection and did not answer.");
            }
            case DROPPED -> {
                spending.spend(TO_CONNECT);
                throw unreachable("no answer to a connection.");
            }
        }
    }

    /** By the administrative port, where there is one, when all other connections are taken. */
    private void login() {
        if (server.sessions().full() && !server.sessions().hasAdminPort()) {
            spending.spend(Cost.REFUSAL);
            throw Failure.of("`" + server.name() + "` (" + server.address()
                    + ") does not let Lifeboat in: error 1040, Too many connections.");
        }
        meet(Line.OPEN);
    }

    private Failure unreachable(String why) {
        return Failure.of("`" + server.name() + "` (" + server.address() + ") can't be reached: " + why);
    }

    /** What MySQL answers with an error. */
    Failure refused(String doing, int error, String text) {
        return Failure
                .of("Could not " + doing + " on `" + server.name() + "` (" + server.address() + "): error " + error
                        + ", " + text + ".");
    }

    private String late(String doing) {
        return "The time was up before `" + server.name() + "` answered: could not " + doing + ".";
    }

    private String lost(String doing) {
        return "Could not " + doing + " on `" + server.name() + "` (" + server.address()
                + "): the connection was lost.";
    }
}
