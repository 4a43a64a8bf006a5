package dev.lifeboat.builtins.mysql.binlog;

import dev.lifeboat.builtins.host.Host;
import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.builtins.mysql.BinaryLogs;
import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.jdbc.JdbcLogin;
import dev.lifeboat.builtins.mysql.jdbc.JdbcReach;
import dev.lifeboat.builtins.mysql.jdbc.JdbcSession;
import dev.lifeboat.builtins.mysql.jdbc.JdbcStatus;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.builtin.IdentityGuard;
import dev.lifeboat.interpreter.world.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A server's binary logs: by the server itself where it answers, else by their files on its host. */
public final class ServerBinaryLogs implements BinaryLogs {
    private static final Duration TO_ANSWER = Duration.ofSeconds(3);
    private final JdbcSession session;
    private final Optional<StoppedBinaryLogs> files;
    private final Function<String, ServerBinaryLogs> others;

    /**
     * @param files  {@code binary_logs} of the inventory, on a host that is no port of a run: what is read there is no affair of the journal
     * @param others finds another server's
     */
    public ServerBinaryLogs(JdbcLogin login, Optional<Inventory.Address> admin, Optional<Host> host,
            Optional<String> files, Function<String, ServerBinaryLogs> others, Clock clock, IdentityGuard guard) {
        this.session = new JdbcSession(login, admin.map(login::at), clock, guard);
        this.files = host.flatMap(known -> files.map(base -> new StoppedBinaryLogs(login.name(), known, base)));
        this.others = others;
    }

    @Override
    public String name() {
        return session.login().name();
    }

    @Override
    public List<LogFile> files() {
        return answers() ? live().files() : stopped().files();
    }

    @Override
    public Page read(Place from, Wanted wanted) {
        return answers() ? live().read(from, wanted) : stopped().read(from, wanted);
    }

    @Override
    public GtidSet executed() {
        return answers()
                ? session.observe("read its GTID set", connection -> JdbcStatus.state(connection).executed())
                : stopped().executed();
    }

    @Override
    public void take(String from, GtidSet transactions) {
        new TailApplier(session, others.apply(from).stopped()).apply(transactions);
    }

    private boolean answers() {
        return JdbcReach.look(session.login(), session.capped(TO_ANSWER)).answered();
    }

    private LiveBinaryLogs live() {
        return new LiveBinaryLogs(session);
    }

    private StoppedBinaryLogs stopped() {
        return files.orElseThrow(() -> Failure.of("`" + name()
                + "` does not answer, and its binary logs can't be read on its host: the inventory does not say where they are.")
                .hint("Add `host:` and `binary_logs: /var/lib/mysql/binlog` to the server, or start it fenced."));
    }
}
