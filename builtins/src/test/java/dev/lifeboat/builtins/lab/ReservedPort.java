package dev.lifeboat.builtins.lab;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/**
 * A port of 127.0.0.1 that is this lab's until it is closed, also while no server listens there.
 *
 * <p>
 * It is reserved by listening on the same port of 127.0.0.2, which every lab of the machine does before it takes one; the
 * system gives it back when the JVM ends, however it ends. Ports are taken below those that the system hands out to outgoing
 * connections, so that none of these sits on the port of a server that is being restarted.
 */
final class ReservedPort implements AutoCloseable {
    private static final int FIRST = 15_000;
    private static final int LAST = 32_000;
    private static int next = FIRST + (int) (ProcessHandle.current().pid() * 61 % (LAST - FIRST));

    private final ServerSocket reservation;

    private ReservedPort(ServerSocket reservation) {
        this.reservation = reservation;
    }

    static synchronized ReservedPort take() throws IOException {
        for (int tried = FIRST; tried < LAST; tried++) {
            next = next < LAST ? next + 1 : FIRST;
            try {
                var reservation = listen("127.0.0.2", next);
                if (isFree(next)) {
                    return new ReservedPort(reservation);
                }
                reservation.close();
            } catch (BindException taken) {
                continue;
            }
        }
        throw new IOException("Every port from " + FIRST + " to " + LAST + " is taken.");
    }

    private static boolean isFree(int port) throws IOException {
        try {
            listen("127.0.0.1", port).close();
            return true;
        } catch (BindException taken) {
            return false;
        }
    }

    private static ServerSocket listen(String address, int port) throws IOException {
        var socket = new ServerSocket();
        try {
            socket.bind(new InetSocketAddress(InetAddress.getByName(address), port), 1);
            return socket;
        } catch (IOException taken) {
            socket.close();
            throw taken;
        }
    }

    int number() {
        return reservation.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        reservation.close();
    }
}
