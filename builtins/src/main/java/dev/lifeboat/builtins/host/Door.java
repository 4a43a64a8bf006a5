package dev.lifeboat.builtins.host;

import dev.lifeboat.builtins.inventory.Inventory.Address;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.world.RealWorld;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** Where MySQL is said to listen, as this machine finds it. */
@RealWorld
record Door(Address address, Duration limit) {

    Greeting knock() {
        InetSocketAddress at = new InetSocketAddress(address.host(), address.port());
        if (at.isUnresolved()) {
            throw Failure.of("Nobody here knows the name `" + address.host() + "`.");
        }
        try (Socket socket = new Socket()) {
            socket.setSoTimeout(millis());
            socket.connect(at, millis());
            return listen(socket);
        } catch (IOException nobodyTakesIt) {
            return Greeting.CLOSED;
        }
    }

    private static Greeting listen(Socket socket) throws IOException {
        try {
            return Greeting.of(socket.getInputStream().readNBytes(Greeting.BYTES));
        } catch (SocketTimeoutException nothingIsSaid) {
            return Greeting.SILENT;
        }
    }

    /** Zero would mean for ever. */
    private int millis() {
        return Math.clamp(limit.toMillis(), 1, Integer.MAX_VALUE);
    }
}
