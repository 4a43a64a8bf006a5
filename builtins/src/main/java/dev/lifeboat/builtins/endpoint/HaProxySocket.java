package dev.lifeboat.builtins.endpoint;

import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.world.Clock;
import dev.lifeboat.interpreter.world.RealWorld;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** HAProxy's runtime socket (management guide, "Unix Socket commands"): a connection for each question, each bounded in time. */
@RealWorld
final class HaProxySocket {
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private final String endpoint;
    private final Path path;
    private final Clock clock;

    HaProxySocket(String endpoint, Path path, Clock clock) {
        this.endpoint = endpoint;
        this.path = path;
        this.clock = clock;
    }

    /** A command that changes nothing. @return what HAProxy answered, without blanks around it */
    String ask(String command) {
        return exchange(command, false);
    }

    /** Commands that change something, carried out in this order. @return what HAProxy complained of; empty if of nothing */
    String tell(List<String> commands) {
        return exchange(String.join("; ", commands), true);
    }

    private String exchange(String commands, boolean changing) {
        try (SocketChannel channel = connect()) {
            try {
                channel.write(StandardCharsets.UTF_8.encode(commands + "\n"));
                return read(channel, commands, changing).strip();
            } catch (IOException e) {
                throw failure("did not answer `" + commands + "`: " + e.getMessage(), changing).because(e);
            }
        } catch (IOException e) {
            throw failure("does not answer: " + reason(e), false)
                    .hint("Look whether HAProxy runs, and whether you may write to its socket.").because(e);
        }
    }

    private SocketChannel connect() throws IOException {
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            channel.connect(UnixDomainSocketAddress.of(path));
            channel.configureBlocking(false);
            return channel;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private String reason(IOException e) {
        return Files.exists(path) ? String.valueOf(e.getMessage()) : "there is no such file";
    }

    private String read(SocketChannel channel, String commands, boolean changing) throws IOException {
        Duration limit = least(clock.remaining(), LIMIT);
        long end = System.nanoTime() + limit.toNanos();
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        ByteBuffer buffer = ByteBuffer.allocate(8192);
        try (Selector selector = Selector.open()) {
            channel.register(selector, SelectionKey.OP_READ);
            while (channel.read(buffer) >= 0) {
                answer.write(buffer.array(), 0, buffer.position());
                buffer.clear();
                await(selector, end, commands, changing);
            }
        }
        return answer.toString(StandardCharsets.UTF_8);
    }

    /** HAProxy closes the connection when it has said all. */
    private void await(Selector selector, long end, String commands, boolean changing) throws IOException {
        long left = (end - System.nanoTime()) / 1_000_000;
        if (left <= 0 || selector.select(left) == 0) {
            throw failure("did not answer `" + commands + "` in time", changing)
                    .hint("Look at `show servers state` on its socket before you go on.");
        }
        selector.selectedKeys().clear();
    }

    private static Duration least(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private Failure failure(String what, boolean unknown) {
        String message = "Endpoint `" + endpoint + "`: HAProxy at its socket `" + path + "` " + what + ".";
        return unknown ? Failure.unknown(message) : Failure.of(message);
    }
}
