package dev.lifeboat.builtins.comms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLContext;

/** A server on a free port of this machine, as badly behaved as a test wants it. Each connection gets the same treatment. */
final class Stub implements AutoCloseable {
    private final ServerSocket server;
    private final Treatment treatment;
    private final List<Socket> connections = new CopyOnWriteArrayList<>();
    final List<String> received = new CopyOnWriteArrayList<>();

    interface Treatment {
        void of(Socket connection, List<String> received) throws IOException;
    }

    private Stub(ServerSocketFactory factory, Treatment treatment) {
        try {
            server = factory.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.treatment = treatment;
        Thread.ofVirtual().name("stub").start(this::accept);
    }

    static Stub of(Treatment treatment) {
        return new Stub(ServerSocketFactory.getDefault(), treatment);
    }

    static Stub overTls(SSLContext identity, Treatment treatment) {
        return new Stub(identity.getServerSocketFactory(), treatment);
    }

    /** A port where nobody listens: it has just been given up. */
    static int nobody() {
        try (Stub stub = of((connection, received) -> {})) {
            return stub.port();
        }
    }

    int port() {
        return server.getLocalPort();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket connection = server.accept();
                connections.add(connection);
                Thread.ofVirtual().name("stub's connection").start(() -> treat(connection));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void treat(Socket connection) {
        try (connection) {
            treatment.of(connection, received);
        } catch (IOException gone) {
            connections.remove(connection);
        }
    }

    /** Keeps the connection open and says nothing any more, until the other side or the test ends it. */
    static void fallSilent(Socket connection) throws IOException {
        while (connection.getInputStream().read() >= 0) {
            connection.getInputStream().skip(Long.MAX_VALUE);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket connection : connections) {
                connection.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
