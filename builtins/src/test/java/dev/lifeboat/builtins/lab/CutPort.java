package dev.lifeboat.builtins.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A way to a port of this machine that can be cut while others go on, as when the network between one machine and another
 * fails: who goes through it is cut off from the server, and who goes to the server's own port is not.
 *
 * <p>
 * Where the server itself refuses, a connection through here is accepted and then reset: only {@link #refuse} refuses.
 */
public final class CutPort implements AutoCloseable {
    private static final int ACCEPT_MILLIS = 20;

    private volatile int target;
    private final ReservedPort port;
    private final Line line = new Line();
    private volatile Duration betweenBytes = Duration.ZERO;
    private final List<Relay> relays = new CopyOnWriteArrayList<>();
    private final Thread accepting;
    private ServerSocket listener;
    private FullQueue full = FullQueue.none();

    private CutPort(int target) throws IOException {
        this.target = target;
        this.port = ReservedPort.take();
        this.listener = listen();
        this.accepting = Thread.ofVirtual().start(this::accept);
    }

    public static CutPort to(LabServer server) throws IOException {
        return to(server.port());
    }

    public static CutPort to(int port) throws IOException {
        return new CutPort(port);
    }

    public int port() {
        return port.number();
    }

    /** Host and port, as an inventory has it. */
    public String address() {
        return "127.0.0.1:" + port();
    }

    /**
     * Nothing comes through any more, and nobody is told: open connections stay open and silent, new ones are not answered, so
     * that who connects waits for its own timeout. What was on the way arrives when it is healed.
     */
    public void cut() throws IOException {
        if (line.is(Line.State.CUT)) {
            return;
        }
        line.change(Line.State.CUT);
        listenAgain();
        full = FullQueue.of(listener);
    }

    /** From now on one byte at a time comes through, each so long after the last: open connections are there, and hardly move. */
    public void dribble(Duration between) {
        betweenBytes = between;
        line.change(Line.State.DRIBBLING);
    }

    /** New connections are refused, and open ones reset, as when no server listens. */
    public void refuse() throws IOException {
        line.change(Line.State.REFUSING);
        listener.close();
        full.drain();
        full = FullQueue.none();
        relays.forEach(Relay::reset);
        relays.clear();
    }

    /** Who connects from now on comes out at another server, as when an address is moved. */
    public void leadTo(LabServer server) {
        target = server.port();
    }

    /** Who connects from now on is answered at once. */
    public void heal() throws IOException {
        listenAgain();
        full.drain();
        while (full.isWaiting() && acceptOne()) {
            continue;
        }
        line.change(Line.State.OPEN);
    }

    private void listenAgain() throws IOException {
        if (listener.isClosed()) {
            listener = listen();
        }
    }

    private ServerSocket listen() throws IOException {
        var socket = new ServerSocket(port.number(), 1, InetAddress.getByName("127.0.0.1"));
        socket.setSoTimeout(ACCEPT_MILLIS);
        return socket;
    }

    private void accept() {
        while (line.whenOpen(this::acceptOne)) {
            relays.removeIf(Relay::isOver);
        }
    }

    /** False if there was nobody. */
    private boolean acceptOne() {
        try {
            var client = listener.accept();
            if (full.takes(client)) {
                client.close();
            } else {
                relays.add(Relay.start(client, target, line, () -> betweenBytes));
            }
            return true;
        } catch (SocketTimeoutException nobody) {
            return false;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() throws IOException {
        line.change(Line.State.CLOSED);
        full.drain();
        listener.close();
        relays.forEach(Relay::reset);
        try {
            accepting.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        port.close();
    }
}
