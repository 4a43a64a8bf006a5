package dev.lifeboat.builtins.mysql.binlog;

import com.github.shyiko.mysql.binlog.event.Event;
import com.github.shyiko.mysql.binlog.event.EventType;
import com.github.shyiko.mysql.binlog.event.GtidEventData;
import com.github.shyiko.mysql.binlog.event.QueryEventData;
import com.github.shyiko.mysql.binlog.event.deserialization.EventDeserializer;
import com.github.shyiko.mysql.binlog.io.ByteArrayInputStream;
import dev.lifeboat.builtins.mysql.BinaryLogs.LogFile;
import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.LogFiles;
import dev.lifeboat.builtins.mysql.jdbc.JdbcSession;
import dev.lifeboat.interpreter.builtin.Failure;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Applies transactions out of the files of another server's binary log, byte for byte as they stand there ({@code BINLOG '…'}), each under its own GTID. So the
 * server decodes them itself, as an applier would. Only what changes rows is applied: a statement would need the session that it was executed in.
 */
final class TailApplier {
    private static final Duration TO_APPLY = Duration.ofHours(1);
    private final JdbcSession to;
    private final StoppedBinaryLogs from;

    TailApplier(JdbcSession to, StoppedBinaryLogs from) {
        this.to = to;
        this.from = from;
    }

    void apply(GtidSet transactions) {
        List<LogFile> files = LogFiles.holding(transactions, from.files());
        to.change("apply what only `" + from.server() + "` has", TO_APPLY, connection -> {
            for (LogFile file : files) {
                new OneFile(connection, transactions).apply(file);
            }
            return null;
        });
    }

    /** One file after another, each with a description of its own of the format. */
    private final class OneFile {
        private final Connection connection;
        private final GtidSet wanted;
        private final EventDeserializer decoder = LogDecoder.create();
        private final ByteArrayOutputStream rows = new ByteArrayOutputStream();
        private GtidSet gtid = GtidSet.EMPTY;

        OneFile(Connection connection, GtidSet wanted) {
            this.connection = connection;
            this.wanted = wanted;
        }

        void apply(LogFile file) throws SQLException {
            try (InputStream in = from.events(file.start())) {
                in.skipNBytes(4);
                for (Optional<RawEvent> event = RawEvent.next(in); event.isPresent(); event = RawEvent.next(in)) {
                    byte[] bytes = event.get().bytes();
                    take(bytes, decoder.nextEvent(new ByteArrayInputStream(bytes)));
                }
            } catch (EOFException torn) {
                rows.reset();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void take(byte[] bytes, Event event) throws SQLException {
            EventType type = event.getHeader().getEventType();
            if (type == EventType.FORMAT_DESCRIPTION) {
                execute("BINLOG '" + Base64.getEncoder().encodeToString(bytes) + "'");
            } else if (event.getData() instanceof GtidEventData one) {
                begin(GtidSet.parse(one.getMySqlGtid().toString()), one.getOriginalCommitTimestamp());
            } else if (event.getData() instanceof TaggedGtid one) {
                begin(one.gtid(), one.committed());
            } else if (!gtid.isEmpty()) {
                takeWanted(bytes, event, type);
            }
        }

        private void begin(GtidSet next, long committed) throws SQLException {
            gtid = wanted.contains(next) ? next : GtidSet.EMPTY;
            rows.reset();
            if (!gtid.isEmpty()) {
                execute("SET SESSION gtid_next = '" + gtid + "'");
                execute("SET SESSION original_commit_timestamp = " + committed);
            }
        }

        private void takeWanted(byte[] bytes, Event event, EventType type) throws SQLException {
            if (type == EventType.TABLE_MAP || EventType.isRowMutation(type)) {
                rows.writeBytes(bytes);
            } else if (type == EventType.XID) {
                commit();
            } else if (type == EventType.TRANSACTION_PAYLOAD
                    || event.getData() instanceof QueryEventData query && !query.getSql().equals("BEGIN")) {
                execute("SET SESSION gtid_next = 'AUTOMATIC'");
                throw Failure.unknown("`" + to.login().name() + "` has taken what stands before " + gtid
                        + ", and not this transaction of `" + from.server() + "`: it is "
                        + (type == EventType.TRANSACTION_PAYLOAD ? "compressed" : "a statement")
                        + ", which can't be applied from a file.")
                        .hint("Start `" + from.server() + "` fenced: then replication brings it.");
            }
        }

        private void commit() throws SQLException {
            execute("BEGIN");
            if (rows.size() > 0) {
                execute("BINLOG '" + Base64.getEncoder().encodeToString(rows.toByteArray()) + "'");
            }
            execute("COMMIT");
            execute("SET SESSION gtid_next = 'AUTOMATIC'");
            gtid = GtidSet.EMPTY;
        }

        private void execute(String sql) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }
    }
}
