package dev.lifeboat.builtins.endpoint;

import dev.lifeboat.builtins.inventory.Inventory.Address;
import dev.lifeboat.builtins.inventory.Inventory.Tls;
import dev.lifeboat.builtins.mysql.jdbc.JdbcLogin;
import dev.lifeboat.interpreter.world.Clock;
import dev.lifeboat.interpreter.world.SystemClock;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told where HAProxy does not do as it is told: by a socket that plays it, since no healthy one dies between two words. */
class HaProxyFaultsTest {
    private static final String STATE = """
            1
            # be_id be_name srv_id srv_name srv_addr srv_op_state srv_admin_state
            3 orders 1 db1 127.0.0.1 2 0
            3 orders 2 db2 127.0.0.1 0 1
            """;
    @TempDir
    Path folder;
    private final Clock clock = new SystemClock();

    /** What it says to a command that changes something. */
    private enum Playing {
        FORBIDS, DIES, IGNORES, HANGS
    }

    @Test
    void eachFaultIsTold() throws IOException {
        ToldFaults faults = new ToldFaults().naming(folder, "/run/haproxy");
        faults.of("the socket is not there", () -> at("none.sock", "orders").switchTo("db2"));
        listen("left.sock").close();
        faults.of("HAProxy is gone and has left its socket", () -> at("left.sock", "orders").switchTo("db2"));
        try (ServerSocketChannel server = listen("forbids.sock")) {
            play(server, Playing.FORBIDS);
            faults.of("a backend that it has not got", () -> at("forbids.sock", "shop").targets());
            faults.of("a server that it has not got", () -> at("forbids.sock", "orders").switchTo("db9"));
            faults.of("a socket that may only look", () -> at("forbids.sock", "orders").switchTo("db2"));
        }
        try (ServerSocketChannel server = listen("dies.sock")) {
            play(server, Playing.DIES);
            faults.of("HAProxy is killed while it is told", () -> at("dies.sock", "orders").switchTo("db2"));
        }
        try (ServerSocketChannel server = listen("ignores.sock")) {
            play(server, Playing.IGNORES);
            faults.of("HAProxy does not do it", () -> at("ignores.sock", "orders").switchTo("db2"));
        }
        try (ServerSocketChannel server = listen("hangs.sock")) {
            play(server, Playing.HANGS);
            faults.of("HAProxy does not answer", () -> clock.within(Duration.ofMillis(700), () -> {
                at("hangs.sock", "orders").switchTo("db2");
                return null;
            }));
        }
        faults.compare("haproxy.faults");
    }

    private Endpoint at(String socket, String backend) {
        return new HaProxyEndpoint("orders", folder.resolve(socket), backend, Map.of(),
                new JdbcLogin("orders", new Address("127.0.0.1", 1), "app", () -> "", Tls.OFF), clock);
    }

    private ServerSocketChannel listen(String name) throws IOException {
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(folder.resolve(name)));
        return server;
    }

    private static void play(ServerSocketChannel server, Playing playing) {
        Thread.ofVirtual().start(() -> {
            try {
                while (server.isOpen()) {
                    answer(server, server.accept(), playing);
                }
            } catch (IOException closed) {
                // The test is over, or HAProxy is dead.
            }
        });
    }

    private static void answer(ServerSocketChannel server, SocketChannel client, Playing playing) throws IOException {
        String command = read(client);
        if (command.startsWith("show")) {
            say(client, command.contains("orders") ? STATE : "Can't find backend.\n");
        } else {
            switch (playing) {
                case FORBIDS -> say(client, "Permission denied\n");
                case DIES -> {
                    server.close();
                    client.close();
                }
                case IGNORES -> say(client, "\n");
                case HANGS -> {
                }
            }
        }
    }

    private static void say(SocketChannel client, String text) throws IOException {
        client.write(StandardCharsets.UTF_8.encode(text));
        client.close();
    }

    private static String read(SocketChannel client) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(1_000);
        client.read(buffer);
        return new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8);
    }
}
