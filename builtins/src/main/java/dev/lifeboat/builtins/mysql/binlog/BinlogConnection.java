package dev.lifeboat.builtins.mysql.binlog;

import com.github.shyiko.mysql.binlog.BinaryLogClient;
import com.github.shyiko.mysql.binlog.event.Event;
import com.github.shyiko.mysql.binlog.event.deserialization.EventDeserializer;
import com.github.shyiko.mysql.binlog.network.SSLMode;
import dev.lifeboat.builtins.inventory.Inventory.Tls;
import dev.lifeboat.builtins.mysql.BinaryLogs.Place;
import dev.lifeboat.builtins.mysql.jdbc.JdbcErrors;
import dev.lifeboat.builtins.mysql.jdbc.JdbcLogin;
import dev.lifeboat.builtins.mysql.jdbc.JdbcPatience;
import dev.lifeboat.builtins.mysql.jdbc.JdbcSession;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.world.RealWorld;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * One reading of a server's binary log by the replication protocol: as a replica that asks for what is there and does not wait for more. Each has a server id of its own, since a second one with the
 * same would end the first. What the connector swallows is kept, and thrown in the end.
 */
@RealWorld
final class BinlogConnection extends BinaryLogClient.AbstractLifecycleListener
        implements
            BinaryLogClient.EventListener {
    private static final Duration TO_READ = Duration.ofMinutes(10);
    private static final long TO_CONNECT_MILLIS = 5_000;
    private static final long FIRST_ID = 1L << 31;
    private static final long LAST_ID = (1L << 32) - 1;
    /** Kept, so that it stays as it is set: what the connector says there goes to nobody. */
    private static final Logger CHATTER = Logger.getLogger("com.github.shyiko.mysql.binlog");
    private final BinaryLogClient client;
    private final Predicate<Event> taker;
    private Exception failed;
    private boolean enough;

    static {
        CHATTER.setLevel(Level.OFF);
    }

    private BinlogConnection(BinaryLogClient client, Predicate<Event> taker) {
        this.client = client;
        this.taker = taker;
        client.registerEventListener(this);
        client.registerLifecycleListener(this);
    }

    /**
     * @param taker answers whether it wants more
     * @return whether the log ended before the taker had enough
     */
    static boolean read(JdbcSession session, Place from, EventDeserializer decoder, Predicate<Event> taker) {
        BinlogConnection reading = new BinlogConnection(client(session.login(), from, decoder), taker);
        try {
            JdbcPatience.within(session.capped(TO_READ), reading::toTheEnd);
        } catch (SQLException e) {
            throw JdbcErrors.failure(session.login(), "read its binary log", e, false);
        } finally {
            reading.close();
        }
        return !reading.enough;
    }

    static BinaryLogClient client(JdbcLogin login, Place from, EventDeserializer decoder) {
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
        client.setEventDeserializer(decoder);
        return client;
    }

    private Void toTheEnd() throws SQLException {
        try {
            client.connect();
        } catch (IOException e) {
            failed = failed == null && !enough ? e : failed;
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
            if (failed == null && !enough && !taker.test(event)) {
                enough = true;
                close();
            }
        } catch (RuntimeException e) {
            failed = e;
            close();
        }
    }

    @Override
    public void onCommunicationFailure(BinaryLogClient from, Exception e) {
        failed = enough || failed != null ? failed : e;
    }

    @Override
    public void onEventDeserializationFailure(BinaryLogClient from, Exception e) {
        failed = failed == null
                ? Failure.of("The binary log has an event that can't be read: " + e.getMessage() + ".").because(e)
                : failed;
        close();
    }

    private void close() {
        try {
            client.disconnect();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
