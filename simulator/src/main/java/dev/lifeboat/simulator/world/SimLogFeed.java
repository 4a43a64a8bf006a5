package dev.lifeboat.simulator.world;

import dev.lifeboat.builtins.backup.LogFeed;
import dev.lifeboat.builtins.backup.LogPart;
import dev.lifeboat.builtins.mysql.BinaryLogs.LogFile;
import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.binlog.TableShape;
import dev.lifeboat.builtins.mysql.binlog.TableShape.Column;
import dev.lifeboat.simulator.model.Binlog;
import dev.lifeboat.simulator.model.Server;
import dev.lifeboat.simulator.model.Transaction;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** The binary logs of a server of the model, byte for byte. */
final class SimLogFeed implements LogFeed {
    private static final int NO_SUCH_LOG = 1236;
    private static final TableShape COLUMNS = new TableShape(
            List.of(new Column("id", "bigint", false, List.of(), Optional.empty(), true),
                    new Column("note", "varchar", false, List.of(), Optional.of(StandardCharsets.UTF_8), false)));
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
        Binlog.File found = session.observe("find binary log `" + file + "`", () -> server.binlog().file(file)
                .orElseThrow(() -> session.refused("read binary log `" + file + "`", NO_SUCH_LOG,
                        "Could not find first log file name in binary log index file")));
        Binlog.Piece piece = session.observe("read its binary log", () -> server.binlog().piece(found, from, most));
        onto.write(piece.bytes());
        List<Instant> times = piece.transactions().stream().map(SimLogFeed::logged).sorted().toList();
        return new LogPart(from + piece.bytes().length, piece.closed(),
                piece.transactions().stream().map(Transaction::gtid).reduce(GtidSet.EMPTY, GtidSet::union),
                times.stream().findFirst(), times.reversed().stream().findFirst());
    }

    /** When it was committed, as a log has it: in microseconds. */
    private static Instant logged(Transaction transaction) {
        return transaction.committed().truncatedTo(ChronoUnit.MICROS);
    }

    /** All tables of the model are alike. */
    @Override
    public Optional<TableShape> shape(String schema, String table) {
        return Optional.of(COLUMNS);
    }
}
