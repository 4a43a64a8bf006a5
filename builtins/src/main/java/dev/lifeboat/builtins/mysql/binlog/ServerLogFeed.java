package dev.lifeboat.builtins.mysql.binlog;

import com.github.shyiko.mysql.binlog.event.Event;
import com.github.shyiko.mysql.binlog.event.RotateEventData;
import com.github.shyiko.mysql.binlog.event.deserialization.EventDeserializer;
import com.github.shyiko.mysql.binlog.io.ByteArrayInputStream;
import dev.lifeboat.builtins.backup.LogFeed;
import dev.lifeboat.builtins.backup.LogPart;
import dev.lifeboat.builtins.inventory.Inventory.Address;
import dev.lifeboat.builtins.mysql.BinaryLogs.LogFile;
import dev.lifeboat.builtins.mysql.BinaryLogs.Place;
import dev.lifeboat.builtins.mysql.jdbc.JdbcLogin;
import dev.lifeboat.builtins.mysql.jdbc.JdbcSession;
import dev.lifeboat.builtins.mysql.jdbc.JdbcStatus;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.builtin.IdentityGuard;
import dev.lifeboat.interpreter.world.Clock;
import dev.lifeboat.interpreter.world.RealWorld;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

/** The binary logs of a server that runs, by the replication protocol, which sends events as they stand in the file, with their checksums, and of an encrypted file what was encrypted. */
@RealWorld
public final class ServerLogFeed implements LogFeed {
    private static final byte[] MAGIC = {(byte) 0xfe, 'b', 'i', 'n'};
    private final JdbcSession session;
    private final LiveBinaryLogs logs;

    public ServerLogFeed(JdbcLogin login, Optional<Address> admin, Clock clock, IdentityGuard guard) {
        this.session = new JdbcSession(login, admin.map(login::at), clock, guard);
        this.logs = new LiveBinaryLogs(session);
    }

    @Override
    public String server() {
        return session.login().name();
    }

    @Override
    public String serverUuid() {
        return session.observe("read its identity", connection -> JdbcStatus.state(connection).identity().uuid());
    }

    @Override
    public List<LogFile> files() {
        return logs.files();
    }

    @Override
    public void rotate() {
        session.change("begin a new binary log", connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("FLUSH LOCAL BINARY LOGS");
            }
            return null;
        });
    }

    @Override
    public LogPart copy(String file, long from, long most, OutputStream onto) throws IOException {
        Copying copying = new Copying(file, from, most, onto);
        try {
            BinlogConnection.read(session, new Place(file, Math.max(MAGIC.length, from)), copying, copying::goesOn);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        if (!copying.scan.betweenTransactions()) {
            throw Failure.of("`" + server() + "` sent a part of a transaction only, out of `" + file + "`.")
                    .hint("Nothing of it was kept. Ask again.");
        }
        return copying.scan.part();
    }

    @Override
    public Optional<TableShape> shape(String schema, String table) {
        return session.observe("read the columns of `" + table + "`",
                connection -> TableShape.of(connection, schema, table));
    }

    /** Writes down what is decoded, in the thread that decodes it. */
    private final class Copying extends EventDeserializer {
        private final LogScan scan = new LogScan(server());
        private final String file;
        private final long from;
        private final long most;
        private final OutputStream onto;
        private RawEvent last;

        Copying(String file, long from, long most, OutputStream onto) throws IOException {
            this.file = file;
            this.from = from;
            this.most = most;
            this.onto = onto;
            if (from < MAGIC.length) {
                onto.write(MAGIC, (int) from, MAGIC.length - (int) from);
            }
            scan.startAt(Math.max(MAGIC.length, from));
        }

        @Override
        public Event nextEvent(ByteArrayInputStream in) throws IOException {
            last = RawEvent.next(in).orElseThrow(() -> new IOException("The server sent nothing."));
            if (!last.logged()) {
                return super.nextEvent(new ByteArrayInputStream(last.bytes()));
            }
            if (last.type() != RawEvent.FORMAT_DESCRIPTION) {
                return scan.take(last);
            }
            if (from > MAGIC.length) {
                return scan.describedBy(last);
            }
            last = last.closed();
            return scan.take(last);
        }

        boolean goesOn(Event event) {
            if (!last.logged()) {
                return !wentOn(event);
            }
            if (last.type() != RawEvent.FORMAT_DESCRIPTION || from <= MAGIC.length) {
                write(last.bytes());
            }
            LogPart part = scan.part();
            return !part.closed() && (!scan.betweenTransactions() || part.to() - from < most);
        }

        private boolean wentOn(Event event) {
            boolean elsewhere = event.getData() instanceof RotateEventData rotation
                    && !rotation.getBinlogFilename().equals(file);
            if (elsewhere) {
                scan.close();
            }
            return elsewhere;
        }

        private void write(byte[] bytes) {
            try {
                onto.write(bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
