package dev.lifeboat.cli.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.world.Clock;
import dev.lifeboat.simulator.world.SimClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the sender is told of its letter is so, also where the reader dies. */
@Timeout(30)
class SenderTest {
    private static final Envelope LETTER = new Envelope("ada", Envelope.ACK, "");
    @TempDir
    private Path runs;
    private final SimClock clock = new SimClock(Instant.parse("2026-01-01T03:00:00Z"));
    private final List<Envelope> dealtWith = new ArrayList<>();
    private Inbox inbox;

    @BeforeEach
    void open() {
        inbox = Inbox.beside(runs.resolve("run.journal"));
        inbox.open();
    }

    private Clock.Task reader(Consumer<Envelope> letters) {
        return clock.fork("reader", () -> {
            clock.sleep(Duration.ofSeconds(1));
            inbox.take(letters, refusal -> {});
        });
    }

    private void send() {
        new Sender("run", inbox, clock).send(LETTER);
    }

    @Test
    void itReturnsOnceTheLetterHasBeenDealtWith() {
        Clock.Task reader = reader(letter -> {
            clock.sleep(Duration.ofSeconds(2));
            dealtWith.add(letter);
        });
        send();
        assertThat(dealtWith).containsExactly(LETTER);
        reader.join();
    }

    @Test
    void whereTheReaderDiesOverItNobodyIsToldThatItCounts() {
        Clock.Task dead = reader(letter -> clock.sleep(Duration.ofHours(1)));
        assertThatThrownBy(this::send).isInstanceOf(Failure.class)
                .hasMessageContaining("has not dealt with it within 5s: whether it counts is not known.");
        dead.cancel();
        assertThat(runs.resolve("run.inbox")).isEmptyDirectory();
    }
}
