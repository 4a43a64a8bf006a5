package dev.lifeboat.builtins.mysql;

import dev.lifeboat.builtins.mysql.MySqlServer.Answer;
import dev.lifeboat.builtins.mysql.MySqlServer.Reach;
import dev.lifeboat.builtins.mysql.MySqlServer.ReplicaChannel;
import dev.lifeboat.builtins.mysql.MySqlServer.ServerState;
import dev.lifeboat.interpreter.builtin.Failure;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A server as it was found when it was asked, or why it could not be.
 *
 * @param problem why it could not be asked, a sentence; empty where it could
 */
public record Observed(MySqlServer server, Optional<ServerState> known, List<ReplicaChannel> channels, String problem) {
    /** Long enough for a server under load, short enough that three dead ones don't eat the time that there is. */
    static final Duration TO_ANSWER = Duration.ofSeconds(3);

    static Observed of(MySqlServer server) {
        Reach reach = server.answer(TO_ANSWER);
        if (!letsIn(server, reach)) {
            return unknown(server, "`" + server.name() + "` can't be asked: " + reach.detail() + ".");
        }
        try {
            return new Observed(server, Optional.of(server.state()), server.channels(), "");
        } catch (Failure failure) {
            return unknown(server, failure.getMessage());
        }
    }

    /** Whether Lifeboat gets in: by the administrative port, where all other connections are taken. */
    static boolean letsIn(MySqlServer server, Reach reach) {
        return reach.answered()
                || reach.answer() == Answer.TOO_MANY_CONNECTIONS && server.reachAdmin(TO_ANSWER).answered();
    }

    private static Observed unknown(MySqlServer server, String problem) {
        return new Observed(server, Optional.empty(), List.of(), problem);
    }

    /** As {@link #of}, of a server that has to answer. */
    public static Observed need(MySqlServer server) {
        Observed observed = of(server);
        if (!observed.answers()) {
            throw Failure.of(observed.problem());
        }
        return observed;
    }

    public String name() {
        return server.name();
    }

    boolean answers() {
        return known.isPresent();
    }

    /** Only of a server that answers. */
    public ServerState state() {
        return known.orElseThrow();
    }

    public String uuid() {
        return state().identity().uuid();
    }

    public boolean writable() {
        return answers() && state().readOnly().writable();
    }

    /** Its channel, where it has one; a server with several is {@link Unsupported}. */
    public Optional<ReplicaChannel> channel() {
        return channels.stream().findFirst();
    }

    public GtidSet executed() {
        return known.map(ServerState::executed).orElse(GtidSet.EMPTY);
    }

    GtidSet received() {
        return channels.stream().map(ReplicaChannel::received).reduce(GtidSet.EMPTY, GtidSet::union);
    }

    /** Everything that it has, applied or not. */
    GtidSet holds() {
        return executed().union(received());
    }

    /** What {@code RESET REPLICA ALL} would destroy. */
    public GtidSet unapplied() {
        return received().subtract(executed());
    }
}
