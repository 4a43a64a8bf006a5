package dev.lifeboat.cli.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.builtins.keys.Purpose;
import dev.lifeboat.builtins.keys.SigningKey;
import dev.lifeboat.builtins.keys.VerifyingKey;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whoever changes a signed answer has none any more, wherever they change it. */
class AlteredAnswerTest {
    private static final String TEXT = "approval\nstep promote\nby lin\nanswer yes\nreason \uFFFD“só\"\\\u0001é€\n";
    private final SigningKey.Pair lin = SigningKey.generate();
    private final byte[] written = new Envelope("lin", TEXT, lin.signing().sign(Purpose.APPROVAL, TEXT)).write()
            .getBytes(StandardCharsets.UTF_8);

    /** As the run does it, which also compares the names. */
    private boolean counts(byte[] content, VerifyingKey key) {
        Optional<Envelope> letter = Envelope.read(content).filter(read -> read.by().equals("lin"));
        return letter.filter(read -> key.verifies(Purpose.APPROVAL, read.what(), read.signature())).isPresent();
    }

    @Test
    void noByteCanBeAnother() {
        assertThat(counts(written, lin.verifying())).isTrue();
        for (int at = 0; at < written.length; at++) {
            for (int bits : new int[]{1, 2, 4, 8, 16, 32, 64, 128, 255}) {
                byte[] altered = written.clone();
                altered[at] ^= (byte) bits;
                assertThat(counts(altered, lin.verifying())).as("byte %d with bits %d", at, bits).isFalse();
            }
        }
    }

    @Test
    void noByteCanBeMissingOrAdded() {
        for (int at = 0; at <= written.length; at++) {
            for (byte more : " \n\t0\"}\u0000".getBytes(StandardCharsets.UTF_8)) {
                byte[] longer = new byte[written.length + 1];
                System.arraycopy(written, 0, longer, 0, at);
                longer[at] = more;
                System.arraycopy(written, at, longer, at + 1, written.length - at);
                assertThat(counts(longer, lin.verifying())).as("one more at %d", at).isFalse();
            }
        }
        for (int at = 0; at < written.length; at++) {
            byte[] shorter = new byte[written.length - 1];
            System.arraycopy(written, 0, shorter, 0, at);
            System.arraycopy(written, at + 1, shorter, at, written.length - at - 1);
            assertThat(counts(shorter, lin.verifying())).as("without %d", at).isFalse();
        }
    }
}
