package dev.lifeboat.builtins.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CutPortTest {
    private static final int ANSWER_MILLIS = 10_000;
    private static final int SILENCE_MILLIS = 300;

    private ServerSocket echo;
    private CutPort port;

    @BeforeEach
    void open() throws IOException {
        echo = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        Thread.ofVirtual().start(this::serve);
        port = CutPort.to(echo.getLocalPort());
    }

    @AfterEach
    void close() throws IOException {
        port.close();
        echo.close();
    }

    @Test
    void letsBothSidesThrough() throws IOException {
        try (var client = connect()) {
            assertThat(echoOf(client, 7)).isEqualTo(7);
        }
    }

    @Test
    void cutIsSilent() throws IOException {
        try (var client = connect()) {
            assertThat(echoOf(client, 1)).isEqualTo(1);
            port.cut();
            port.cut();
            client.setSoTimeout(SILENCE_MILLIS);
            assertThatThrownBy(() -> echoOf(client, 2)).isInstanceOf(SocketTimeoutException.class);
            assertThatThrownBy(() -> connect(SILENCE_MILLIS)).isInstanceOf(SocketTimeoutException.class)
                    .hasMessageContaining("onnect");

            port.heal();
            client.setSoTimeout(ANSWER_MILLIS);
            assertThat(client.getInputStream().read()).as("what was on the way").isEqualTo(2);
            try (var another = connect()) {
                assertThat(echoOf(another, 3)).isEqualTo(3);
            }
        }
    }

    @Test
    void refusalIsTold() throws IOException {
        try (var client = connect()) {
            assertThat(echoOf(client, 1)).isEqualTo(1);
            port.refuse();
            assertThatThrownBy(() -> echoOf(client, 2)).isInstanceOf(IOException.class)
                    .isNotInstanceOf(SocketTimeoutException.class);
            assertThatThrownBy(this::connect).isInstanceOf(ConnectException.class);

            port.cut();
            assertThatThrownBy(() -> connect(SILENCE_MILLIS)).isInstanceOf(SocketTimeoutException.class);
            port.heal();
            try (var another = connect()) {
                assertThat(echoOf(another, 3)).isEqualTo(3);
            }
        }
    }

    @Test
    void dribblesAByteAtATime() throws IOException {
        try (var client = connect()) {
            port.dribble(Duration.ofSeconds(60));
            client.getOutputStream().write(new byte[]{1, 2});
            assertThat(client.getInputStream().read()).isEqualTo(1);
            client.setSoTimeout(SILENCE_MILLIS);
            assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);

            port.heal();
            client.setSoTimeout(ANSWER_MILLIS);
            assertThat(client.getInputStream().read()).isEqualTo(2);
        }
    }

    private Socket connect() throws IOException {
        return connect(ANSWER_MILLIS);
    }

    private Socket connect(int millis) throws IOException {
        var socket = new Socket();
        socket.connect(new InetSocketAddress("127.0.0.1", port.port()), millis);
        socket.setSoTimeout(ANSWER_MILLIS);
        return socket;
    }

    private static int echoOf(Socket socket, int octet) throws IOException {
        socket.getOutputStream().write(octet);
        return socket.getInputStream().read();
    }

    private void serve() {
        try {
            while (true) {
                var client = echo.accept();
                Thread.ofVirtual().start(() -> serve(client));
            }
        } catch (IOException closed) {
            return;
        }
    }

    private static void serve(Socket client) {
        try (client) {
            client.getInputStream().transferTo(client.getOutputStream());
        } catch (IOException reset) {
            return;
        }
    }
}
