package dev.lifeboat.builtins.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** One port of 127.0.0.1 by which the application reaches whatever server it is led to at the moment; a relay of bytes in the test's own process. */
public final class LabDoor implements AutoCloseable {
    private final ServerSocket door;
    private final Supplier<Optional<Integer>> leading;
    private final Map<Socket, Integer> open = new ConcurrentHashMap<>();

    private LabDoor(ServerSocket door, Supplier<Optional<Integer>> leading) {
        this.door = door;
        this.leading = leading;
    }

    /** @param leading the port of the server that a new connection is led to; a connection that is led nowhere is closed */
    public static LabDoor leading(Supplier<Optional<Integer>> leading) {
        try {
            var door = new LabDoor(new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1")), leading);
            Thread.ofVirtual().start(door::accept);
            return door;
        } catch (IOException cannotListen) {
            throw new UncheckedIOException(cannotListen);
        }
    }

    public int port() {
        return door.getLocalPort();
    }

    private void accept() {
        try {
            while (!door.isClosed()) {
                var client = door.accept();
                Thread.ofVirtual().start(() -> lead(client));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void lead(Socket client) {
        var target = leading.get();
        try (client; var server = new Socket("127.0.0.1", target.orElse(1))) {
            open.put(client, target.orElse(1));
            var back = Thread.ofVirtual().start(() -> pump(server, client));
            pump(client, server);
            back.join();
        } catch (IOException refused) {
            // The client sees its connection closed.
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(client);
        }
    }

    private static void pump(Socket from, Socket to) {
        try (from; to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException ended) {
            // Both are closed, whoever ended it.
        }
    }

    /** Closes what is open to the server at this port. */
    public void shut(int port) {
        open.forEach((client, target) -> {
            if (target == port) {
                close(client);
            }
        });
    }

    private static void close(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception cannotClose) {
            throw new IllegalStateException(cannotClose);
        }
    }

    @Override
    public void close() {
        close(door);
        open.keySet().forEach(LabDoor::close);
    }
}
