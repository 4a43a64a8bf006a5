package dev.lifeboat.builtins.endpoint;

import dev.lifeboat.interpreter.builtin.Failure;
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
import java.nio.file.Path;
import java.time.Duration;

/** HAProxy's runtime socket (management guide, "Unix Socket commands"): a command a connection, each bounded in time. */
@RealWorld
final class HaProxySocket {
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private final String endpoint;
    private final Path path;

    HaProxySocket(String endpoint, Path path) {
        this.endpoint = endpoint;
        this.path = path;
    }

    /** @return what HAProxy answered, without blanks around it; empty for most commands that worked */
    String ask(String command) {
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(path));
            channel.write(StandardCharsets.UTF_8.encode(command + "\n"));
            return read(channel, command).strip();
        } catch (IOException e) {
            throw Failure
                    .of("Endpoint `" + endpoint + "`: HAProxy's socket `" + path + "` does not answer: "
                            + e.getMessage() + ".")
                    .hint("Look whether HAProxy runs, and whether you may write to its socket.").because(e);
        }
    }

    private String read(SocketChannel channel, String command) throws IOException {
        channel.configureBlocking(false);
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        ByteBuffer buffer = ByteBuffer.allocate(8192);
        long end = System.nanoTime() + LIMIT.toNanos();
        try (Selector selector = Selector.open()) {
            channel.register(selector, SelectionKey.OP_READ);
            while (channel.read(buffer) >= 0) {
                answer.write(buffer.array(), 0, buffer.position());
                if (buffer.position() == 0 && (selector.select(Math.max(1, (end - System.nanoTime()) / 1_000_000)) == 0
                        && System.nanoTime() > end || Thread.interrupted())) {
                    throw Failure
                            .unknown("Endpoint `" + endpoint + "`: HAProxy did not answer `" + command + "` within 5s.")
                            .hint("Look at `show servers state` on its socket before you go on.");
                }
                selector.selectedKeys().clear();
                buffer.clear();
            }
        }
        return answer.toString(StandardCharsets.UTF_8);
    }
}
