package dev.lifeboat.builtins.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.builtin.Failure.Outcome;
import dev.lifeboat.interpreter.world.Clock;
import dev.lifeboat.interpreter.world.SystemClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A socket that behaves as a good HAProxy never would. */
class HaProxySocketTest {
    private static final Duration LIMIT = Duration.ofMillis(300);
    @TempDir
    Path folder;
    private final Clock clock = new SystemClock();
    private ServerSocketChannel server;

    @BeforeEach
    void listen() throws IOException {
        server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(path());
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    private UnixDomainSocketAddress path() {
        return UnixDomainSocketAddress.of(folder.resolve("admin.sock"));
    }

    private HaProxySocket socket() {
        return new HaProxySocket("orders", folder.resolve("admin.sock"), clock);
    }

    @Test
    void anAnswerMayComeInPieces() {
        serve(new StringBuilder(), channel -> {
            for (String piece : List.of("one ", "", "two\n\n")) {
                channel.write(ByteBuffer.wrap(piece.getBytes(StandardCharsets.UTF_8)));
                clock.sleep(Duration.ofMillis(20));
            }
        });

        assertThat(socket().ask("show info")).isEqualTo("one two");
    }

    @Test
    void severalCommandsGoInOneLineSoThatNothingComesBetween() {
        StringBuilder heard = new StringBuilder();
        serve(heard, channel -> {});

        assertThat(socket().tell(List.of("set one", "set two"))).isEmpty();
        assertThat(heard).hasToString("set one; set two\n");
    }

    @Test
    void anAnswerThatDoesNotComeIsNotWaitedForLongerThanTheStepHas() {
        Instant began = clock.now();
        Failure asked = failure(() -> socket().ask("show info"));
        assertThat(asked).hasMessageContaining("did not answer `show info` in time");
        assertThat(asked.outcome()).isEqualTo(Outcome.NOT_DONE);
        assertThat(failure(() -> socket().tell(List.of("set one"))).outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(Duration.between(began, clock.now())).isBetween(LIMIT.multipliedBy(2), Duration.ofSeconds(3));
    }

    @Test
    void anAnswerThatIsNeverWholeIsNoAnswer() {
        serve(new StringBuilder(), channel -> {
            channel.write(ByteBuffer.wrap("one ".getBytes(StandardCharsets.UTF_8)));
            clock.sleep(LIMIT.multipliedBy(5));
        });

        assertThat(failure(() -> socket().ask("show info"))).hasMessageContaining("in time");
    }

    @Test
    void aSocketThatNobodyServesRefuses() throws IOException {
        server.close();

        Failure failure = failure(() -> socket().tell(List.of("set one")));
        assertThat(failure).hasMessageContaining("Connection refused");
        assertThat(failure.outcome()).isEqualTo(Outcome.NOT_DONE);
    }

    private Failure failure(Runnable call) {
        return catchThrowableOfType(Failure.class, () -> clock.within(LIMIT, () -> {
            call.run();
            return null;
        }));
    }

    private interface Manner {
        void answer(SocketChannel channel) throws IOException;
    }

    private void serve(StringBuilder heard, Manner manner) {
        Thread.ofVirtual().start(() -> {
            try (SocketChannel channel = server.accept()) {
                heard.append(read(channel));
                manner.answer(channel);
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        });
    }

    private static String read(SocketChannel channel) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(100);
        channel.read(buffer);
        return new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8);
    }
}
