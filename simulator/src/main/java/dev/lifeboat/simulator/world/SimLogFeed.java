package dev.lifeboat.simulator.world;

import dev.lifeboat.builtins.backup.LogFeed;
import dev.lifeboat.builtins.backup.LogPart;
import dev.lifeboat.builtins.mysql.BinaryLogs.LogFile;
import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.simulator.model.Binlog;
import dev.lifeboat.simulator.model.Server;
import dev.lifeboat.simulator.model.Transaction;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Comparator;
import java.util.List;

/** The binary logs of a server of the model, byte for byte. */
final class SimLogFeed implements LogFeed {
    private static final int NO_SUCH_LOG = 1236;
    private final Server server;
    private final SimSession session;

    SimLogFeed(Server server, SimSession session) {
        this.server = server;
        this.session = session;
    }

    @Override
    public String server() {
        return server.name();
    }

    @Override
    public String serverUuid() {
        return session.observe("ask who it is", server::uuid);
    }

    @Override
    public List<LogFile> files() {
        return session.observe("list its binary logs", () -> server.binlog().files().stream()
                .map(file -> new LogFile(file.name(), server.binlog().size(file), file.before())).toList());
    }

    @Override
    public void rotate() {
        session.change("let it begin another binary log", Cost.COMMIT, () -> server.binlog().rotate());
    }

    @Override
    public LogPart copy(String file, long from, long most, OutputStream onto) throws IOException {
        Binlog.Piece piece = session.observe("read its binary log", () -> server.binlog().file(file)
                .map(found -> server.binlog().piece(found, from, most))
                .orElseThrow(() -> session.refused("read binary log `" + file + "`", NO_SUCH_LOG,
                        "Could not find first log file name in binary log index file")));
        onto.write(piece.bytes());
        List<Transaction> all = piece.transactions();
        return new LogPart(from + piece.bytes().length, piece.closed(),
                all.stream().map(Transaction::gtid).reduce(GtidSet.EMPTY, GtidSet::union),
                all.stream().map(Transaction::committed).min(Comparator.naturalOrder()),
                all.stream().map(Transaction::committed).max(Comparator.naturalOrder()));
    }
}
