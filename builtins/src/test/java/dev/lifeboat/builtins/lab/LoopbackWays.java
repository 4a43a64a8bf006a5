package dev.lifeboat.builtins.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Lets each server of a lab be found at an IP address of its own (127.0.0.3 and on) and at one port, as servers on machines of their own are: a record in DNS
 * says nothing of ports.
 */
public final class LoopbackWays implements AutoCloseable {
    private static final int FIRST = 3;
    private final Map<String, String> addresses = new LinkedHashMap<>();
    private final Map<String, ServerSocket> ways = new LinkedHashMap<>();
    private int port;

    public static LoopbackWays to(LabServer... servers) {
        var ways = new LoopbackWays();
        for (var server : servers) {
            ways.open(server);
        }
        return ways;
    }

    private void open(LabServer server) {
        try {
            var address = "127.0.0." + (FIRST + ways.size());
            var listening = new ServerSocket(port, 50, InetAddress.getByName(address));
            port = listening.getLocalPort();
            addresses.put(server.name(), address);
            ways.put(server.name(), listening);
            Thread.ofVirtual().start(() -> accept(listening, server.port()));
        } catch (IOException cannotListen) {
            throw new UncheckedIOException(cannotListen);
        }
    }

    private static void accept(ServerSocket listening, int target) {
        while (!listening.isClosed()) {
            try {
                var client = listening.accept();
                Thread.ofVirtual().start(() -> join(client, target));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void join(Socket client, int target) {
        try (client; var server = new Socket("127.0.0.1", target)) {
            var back = Thread.ofVirtual().start(() -> pump(server, client));
            pump(client, server);
            back.join();
        } catch (IOException refused) {
            // The client sees its connection closed, as through any relay.
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private static void pump(Socket from, Socket to) {
        try (from; to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException ended) {
            // Both are closed, whoever ended it.
        }
    }

    public String address(String server) {
        return addresses.get(server);
    }

    /** The same for all of them. */
    public int port() {
        return port;
    }

    @Override
    public void close() {
        for (var way : ways.values()) {
            try {
                way.close();
            } catch (IOException cannotClose) {
                throw new UncheckedIOException(cannotClose);
            }
        }
    }
}
