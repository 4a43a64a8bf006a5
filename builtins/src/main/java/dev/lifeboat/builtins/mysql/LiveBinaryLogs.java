package dev.lifeboat.builtins.mysql;

import com.github.shyiko.mysql.binlog.BinaryLogClient;
import com.github.shyiko.mysql.binlog.event.Event;
import com.github.shyiko.mysql.binlog.network.SSLMode;
import dev.lifeboat.builtins.inventory.Inventory.Tls;
import dev.lifeboat.builtins.mysql.BinaryLogs.LogFile;
import dev.lifeboat.builtins.mysql.BinaryLogs.Page;
import dev.lifeboat.builtins.mysql.BinaryLogs.Place;
import dev.lifeboat.builtins.mysql.BinaryLogs.Wanted;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.world.RealWorld;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The binary logs of a server that runs, by the replication protocol: as a replica that asks for what is there and does not wait for more. Each reading has a server id of its own, since a second
 * one with the same would end the first.
 */
@RealWorld
final class LiveBinaryLogs {
    private static final Duration TO_READ = Duration.ofMinutes(10);
    private static final long TO_CONNECT_MILLIS = 5_000;
    private static final long FIRST_ID = 1L << 31;
    private static final long LAST_ID = (1L << 32) - 1;
    /** Kept, so that it stays as it is set: what the connector says there goes to nobody. */
    private static final Logger CHATTER = Logger.getLogger("com.github.shyiko.mysql.binlog");
    private final JdbcSession session;

    static {
        CHATTER.setLevel(Level.OFF);
    }

    LiveBinaryLogs(JdbcSession session) {
        this.session = session;
    }

    List<LogFile> files() {
        return session.observe("list its binary logs", LiveBinaryLogs::files);
    }

    private static List<LogFile> files(Connection connection) throws SQLException {
        List<LogFile> files = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW BINARY LOGS")) {
            while (row.next()) {
                files.add(new LogFile(row.getString("Log_name"), row.getLong("File_size"), GtidSet.EMPTY));
            }
        }
        List<LogFile> known = new ArrayList<>();
        for (LogFile file : files) {
            known.add(new LogFile(file.name(), file.size(), before(connection, file.name())));
        }
        return known;
    }

    private static GtidSet before(Connection connection, String file) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SHOW BINLOG EVENTS IN ? LIMIT 2")) {
            statement.setString(1, file);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    if (row.getString("Event_type").equals("Previous_gtids")) {
                        return GtidSet.parse(row.getString("Info"));
                    }
                }
            }
            return GtidSet.EMPTY;
        }
    }

    /** The columns are read first, on a connection that also says whom it has met. */
    Page read(Place from, Wanted wanted) {
        RowReader reader = new RowReader((schema, table) -> session.observe("read the columns of `" + table + "`",
                connection -> TableShape.of(connection, schema, table)));
        session.observe("read its binary log", connection -> null);
        PageBuilder page = new PageBuilder(from, new TransactionAssembler(session.login().name(), reader, wanted),
                wanted);
        Reading reading = new Reading(client(session.login(), from), page);
        try {
            JdbcPatience.within(session.capped(TO_READ), () -> reading.toTheEnd());
        } catch (SQLException e) {
            throw MySqlErrors.failure(session.login(), "read its binary log", e, false);
        } finally {
            reading.close();
        }
        return reading.page();
    }

    static BinaryLogClient client(JdbcLogin login, Place from) {
        BinaryLogClient client = new BinaryLogClient(login.address().host().replaceAll("^\\[|]$", ""),
                login.address().port(), login.user(), login.password().get());
        client.setServerId(ThreadLocalRandom.current().nextLong(FIRST_ID, LAST_ID));
        client.setSSLMode(switch (login.tls()) {
            case OFF -> SSLMode.DISABLED;
            case PREFER -> SSLMode.PREFERRED;
            case REQUIRE -> SSLMode.REQUIRED;
            case VERIFY_CA, VERIFY -> SSLMode.VERIFY_CA;
        });
        if (login.tls() == Tls.VERIFY_CA || login.tls() == Tls.VERIFY) {
            client.setSslSocketFactory(new LogTls(login));
        }
        client.setBlocking(false);
        client.setKeepAlive(false);
        client.setConnectTimeout(TO_CONNECT_MILLIS);
        client.setBinlogFilename(from.file());
        client.setBinlogPosition(from.offset());
        client.setEventDeserializer(LogDecoder.create());
        return client;
    }

    /** What the connector swallows is kept, and thrown in the end. */
    private static final class Reading extends BinaryLogClient.AbstractLifecycleListener
            implements
                BinaryLogClient.EventListener {
        private final BinaryLogClient client;
        private final PageBuilder page;
        private Exception failed;
        private boolean full;

        Reading(BinaryLogClient client, PageBuilder page) {
            this.client = client;
            this.page = page;
            client.registerEventListener(this);
            client.registerLifecycleListener(this);
        }

        Void toTheEnd() throws SQLException {
            try {
                client.connect();
            } catch (IOException e) {
                failed = failed == null && !full ? e : failed;
            }
            if (failed instanceof RuntimeException unreadable) {
                throw unreadable;
            }
            if (failed != null) {
                throw new SQLException(String.valueOf(failed.getMessage()), "08S01", failed);
            }
            return null;
        }

        @Override
        public void onEvent(Event event) {
            try {
                if (failed == null && !full && !page.add(event)) {
                    full = true;
                    close();
                }
            } catch (RuntimeException e) {
                failed = e;
                close();
            }
        }

        @Override
        public void onCommunicationFailure(BinaryLogClient from, Exception e) {
            failed = full || failed != null ? failed : e;
        }

        @Override
        public void onEventDeserializationFailure(BinaryLogClient from, Exception e) {
            failed = failed == null
                    ? Failure.of("The binary log has an event that can't be read: " + e.getMessage() + ".").because(e)
                    : failed;
            close();
        }

        Page page() {
            return page.page(!full);
        }

        void close() {
            try {
                client.disconnect();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
