package dev.lifeboat.builtins.lab;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The queue of connections that a listening socket has not accepted yet, filled with our own. While it is full, Linux drops
 * the first packet of whoever connects, without an answer: the nearest to a cut network that needs no privileges.
 */
record FullQueue(List<Socket> ours, Set<Integer> waiting) {
    private static final int SILENCE_MILLIS = 150;

    static FullQueue none() {
        return new FullQueue(List.of(), Set.of());
    }

    /** Fills the queue of a socket that nobody accepts from. */
    static FullQueue of(ServerSocket listener) throws IOException {
        var ours = new ArrayList<Socket>();
        while (true) {
            var socket = new Socket();
            try {
                socket.connect(new InetSocketAddress(listener.getInetAddress(), listener.getLocalPort()),
                        SILENCE_MILLIS);
                ours.add(socket);
            } catch (SocketTimeoutException full) {
                socket.close();
                return new FullQueue(ours, ours.stream().map(Socket::getLocalPort).collect(Collectors.toSet()));
            }
        }
    }

    /** Whether an accepted connection is one of ours, which nobody is to serve. Each is told once: its port may be used again. */
    boolean takes(Socket accepted) {
        return !waiting.isEmpty() && waiting.remove(accepted.getPort());
    }

    /** Whether some of ours are still to be accepted. */
    boolean isWaiting() {
        return !waiting.isEmpty();
    }

    void drain() throws IOException {
        for (var socket : ours) {
            socket.close();
        }
    }
}
