package dev.lifeboat.builtins.fakes;

import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.MySqlServer.Answer;
import dev.lifeboat.builtins.mysql.MySqlServer.ReplicaChannel;
import dev.lifeboat.builtins.mysql.MySqlServer.ThreadState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The replication of a {@link FakeMySqlServer}. A host of the fakes' inventory is called as its server is. */
public final class FakeChannel {
    private final String host;
    private final Optional<FakeMySqlServer> source;
    public ThreadState receiver = ThreadState.ON;
    public ThreadState applier = ThreadState.ON;
    /** Whether its applier has the beginning of a transaction whose rest never comes, so that it does not stop at once. */
    public boolean holdsPart;
    public int receiverError;
    public int applierError;
    public GtidSet received = GtidSet.EMPTY;
    public Optional<Instant> lastQueued = Optional.empty();
    public Optional<Instant> lastApplied = Optional.empty();
    public long heartbeats;
    /** Whether something new comes whenever one looks. */
    public boolean lively;
    public Duration delay = Duration.ZERO;
    public boolean autoPosition = true;

    FakeChannel(FakeMySqlServer source) {
        this.host = source.name;
        this.source = Optional.of(source);
    }

    /** One whose source is reached without being looked at. */
    FakeChannel(String host) {
        this.host = host;
        this.source = Optional.empty();
    }

    void connect() {
        Answer answer = source.map(server -> server.answer).orElse(Answer.ANSWERED);
        receiver = answer == Answer.ANSWERED ? ThreadState.ON : ThreadState.CONNECTING;
        receiverError = answer == Answer.REFUSED ? 2003 : 0;
    }

    ReplicaChannel told() {
        heartbeats += lively ? 1 : 0;
        return new ReplicaChannel("", host, 3306, FakeMySqlServer.uuidOf(host), receiver, applier, receiverError,
                applierError, applierError == 0 ? "" : "row not found", received, lastQueued, lastApplied, heartbeats,
                Optional.empty(), delay, autoPosition, "repl", Duration.ofSeconds(60));
    }
}
