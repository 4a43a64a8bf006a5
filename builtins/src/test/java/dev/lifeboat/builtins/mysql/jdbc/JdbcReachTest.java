package dev.lifeboat.builtins.mysql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lifeboat.builtins.inventory.Inventory.Address;
import dev.lifeboat.builtins.inventory.Inventory.Tls;
import dev.lifeboat.builtins.mysql.MySqlServer.Answer;
import dev.lifeboat.builtins.mysql.MySqlServer.Reach;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.world.SystemClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ports behind which there is no MySQL. */
class JdbcReachTest {
    private static final Duration LIMIT = Duration.ofMillis(500);
    /** For what ends by itself. */
    private static final Duration PLENTY = Duration.ofSeconds(30);
    private ServerSocket port;

    @BeforeEach
    void listen() throws IOException {
        port = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws IOException {
        port.close();
    }

    private interface Manner {
        void serve(Socket client) throws IOException;
    }

    private void each(Manner manner) {
        Thread.ofVirtual().start(() -> {
            while (!port.isClosed()) {
                try (Socket client = port.accept()) {
                    manner.serve(client);
                } catch (IOException closed) {
                    continue;
                }
            }
        });
    }

    private JdbcLogin login(String host) {
        return new JdbcLogin("db1", new Address(host, port.getLocalPort()), "lifeboat", () -> "", Tls.PREFER);
    }

    private Reach look() {
        return JdbcReach.look(login("127.0.0.1"), LIMIT);
    }

    @Test
    void aForwarderWithNothingBehindItIsNoRoute() {
        each(client -> {});

        assertThat(look().answer()).isEqualTo(Answer.NO_ROUTE);
        assertThat(look().detail()).isEqualTo("something at 127.0.0.1:" + port.getLocalPort()
                + " accepted the connection and closed it without a word, as a proxy or forwarder does with no server behind it");
    }

    @Test
    void soIsOneThatResetsTheConnection() {
        each(client -> client.setSoLinger(true, 0));

        assertThat(look().answer()).isEqualTo(Answer.NO_ROUTE);
        assertThat(look().detail()).contains("without a word");
    }

    @Test
    void whoAcceptsAndNeverGreetsIsSilent() {
        assertThat(look().answer()).isEqualTo(Answer.SILENT);
        assertThat(look().took()).isBetween(LIMIT.minusMillis(50), LIMIT.plusSeconds(1));
    }

    @Test
    void whereNobodyListensItIsRefused() throws IOException {
        port.close();

        Reach reach = JdbcReach.look(login("127.0.0.1"), PLENTY);
        assertThat(reach.answer()).isEqualTo(Answer.REFUSED);
        assertThat(reach.detail()).isEqualTo("nothing listens at 127.0.0.1:" + port.getLocalPort());
    }

    @Test
    void aNameThatDoesNotResolveIsNoRoute() {
        Reach reach = JdbcReach.look(login("db1.invalid"), LIMIT);

        assertThat(reach.answer()).isEqualTo(Answer.NO_ROUTE);
        assertThat(reach.detail()).isEqualTo("the name `db1.invalid` does not resolve");
    }

    @Test
    void whatSpeaksAnotherProtocolIsNoMySql() {
        each(client -> client.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes()));

        assertThat(look().answer()).isEqualTo(Answer.OTHER_ERROR);
        assertThat(look().detail()).startsWith("the login failed: ");
    }

    @Test
    void aSessionSaysTheSame() {
        each(client -> {});
        Failure failure = catchThrowableOfType(Failure.class,
                () -> new JdbcSession(login("127.0.0.1"), new SystemClock()).observe("look", connection -> null));

        assertThat(failure).hasMessageContaining("`db1`").hasMessageContaining("can't be reached")
                .hasMessageContaining("without a word");
    }
}
