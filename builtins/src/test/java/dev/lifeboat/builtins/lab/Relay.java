package dev.lifeboat.builtins.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.function.Supplier;

/** One connection through a {@link CutPort}: what comes in on one side goes out on the other while the line is open. */
record Relay(Socket client, Socket server, Line line, Supplier<Duration> betweenBytes) {
    private static final int CHUNK = 16 * 1024;
    private static final int CONNECT_MILLIS = 2_000;

    static Relay start(Socket client, int target, Line line, Supplier<Duration> betweenBytes) {
        var relay = new Relay(client, new Socket(), line, betweenBytes);
        Thread.ofVirtual().start(() -> relay.connect(target));
        return relay;
    }

    private void connect(int target) {
        try {
            // Otherwise the way is 40 ms long for each answer, which a cut way may be and a whole one is not.
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            server.connect(new InetSocketAddress("127.0.0.1", target), CONNECT_MILLIS);
        } catch (IOException unreachable) {
            reset();
            return;
        }
        Thread.ofVirtual().start(() -> pump(server, client));
        pump(client, server);
    }

    private void pump(Socket from, Socket to) {
        var chunk = new byte[CHUNK];
        try {
            for (int length = from.getInputStream().read(chunk); length >= 0; length = from.getInputStream()
                    .read(chunk)) {
                if (!pass(chunk, length, to)) {
                    return;
                }
            }
            if (line.awaitOpen()) {
                client.close();
                server.close();
            }
        } catch (IOException broken) {
            // The other side hears of it only when it can.
            if (line.awaitOpen()) {
                reset();
            }
        }
    }

    /** False once the line is closed for good. */
    private boolean pass(byte[] chunk, int length, Socket to) throws IOException {
        int passed = 0;
        while (line.awaitOpen() && passed < length) {
            int now = line.is(Line.State.DRIBBLING) ? 1 : length - passed;
            to.getOutputStream().write(chunk, passed, now);
            passed += now;
            line.awaitDrop(betweenBytes.get());
        }
        return passed == length;
    }

    boolean isOver() {
        return client.isClosed() && server.isClosed();
    }

    /** Ends it at once, with a reset on both sides. */
    void reset() {
        reset(client);
        reset(server);
    }

    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
        } catch (SocketException closed) {
            return; // By whoever was faster.
        }
        try {
            socket.close();
        } catch (IOException cannotClose) {
            throw new UncheckedIOException(cannotClose);
        }
    }
}
