package dev.lifeboat.builtins.mysql.jdbc;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A way to a real server that greets as if it were another version. */
final class DisguisedPort implements AutoCloseable {
    private final ServerSocket listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    private final int target;
    private final String version;

    DisguisedPort(int target, String version) throws IOException {
        this.target = target;
        this.version = version;
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                Thread.ofVirtual().start(() -> relay(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void relay(Socket client) {
        try (client; Socket server = new Socket(InetAddress.getLoopbackAddress(), target)) {
            greet(server.getInputStream(), client.getOutputStream());
            Thread.ofVirtual().start(() -> pump(client, server));
            pump(server, client);
        } catch (IOException over) {
            // The test that used it has ended.
        }
    }

    /** Length (3 bytes), number, protocol 10, version, 0, … (MySQL internals, "Protocol::HandshakeV10"). */
    private void greet(InputStream from, OutputStream to) throws IOException {
        byte[] header = from.readNBytes(4);
        int length = (header[0] & 0xff) | (header[1] & 0xff) << 8 | (header[2] & 0xff) << 16;
        DataInputStream packet = new DataInputStream(new java.io.ByteArrayInputStream(from.readNBytes(length)));
        ByteArrayOutputStream greeting = new ByteArrayOutputStream();
        greeting.write(packet.read());
        while (packet.read() != 0) {
            continue;
        }
        greeting.write((version + "\0").getBytes(StandardCharsets.US_ASCII));
        packet.transferTo(greeting);
        to.write(new byte[]{(byte) greeting.size(), (byte) (greeting.size() >> 8), 0, header[3]});
        greeting.writeTo(to);
    }

    private static void pump(Socket from, Socket to) {
        try (from; to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException over) {
            // One of the two has closed it.
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
