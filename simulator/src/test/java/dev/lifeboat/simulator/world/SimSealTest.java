package dev.lifeboat.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.simulator.model.Depot;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What was sealed opens as that, whole, or not at all. */
class SimSealTest {
    private final Depot depot = Stories.play("start_run: 5s").model().storage().depot("san").orElseThrow();
    private final SimSeal seal = new SimSeal("san", depot.keys());

    private byte[] sealed(byte[] content, String label) throws IOException {
        ByteArrayOutputStream object = new ByteArrayOutputStream();
        try (OutputStream out = seal.seal(object, label)) {
            out.write(content);
        }
        return object.toByteArray();
    }

    private byte[] opened(byte[] object, String label) throws IOException {
        return seal.open(new ByteArrayInputStream(object), "model-1", label).readAllBytes();
    }

    private static byte[] content(int size) {
        byte[] content = new byte[size];
        new SplittableRandom(7).nextBytes(content);
        return content;
    }

    @Test
    void itOpensAsWhatItWas() throws IOException {
        for (int size : new int[]{0, 1, 65_535, 65_536, 65_537, 200_000}) {
            assertThat(opened(sealed(content(size), "a/b"), "a/b")).isEqualTo(content(size));
            assertThat(sealed(content(size), "a/b")).as("no chance in it").isEqualTo(sealed(content(size), "a/b"));
        }
    }

    @Test
    void underAnotherNameItDoesNotOpen() throws IOException {
        byte[] object = sealed(content(10), "a/b");
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> opened(object, "a/c"));
    }

    @Test
    void anyBitThatDiffersIsFound() throws IOException {
        byte[] object = sealed(content(70_000), "a/b");
        for (int bit = 0; bit < object.length * 8; bit += 4_001) {
            byte[] damaged = object.clone();
            damaged[bit / 8] ^= (byte) (1 << bit % 8);
            assertThatExceptionOfType(IOException.class).as("bit %s", bit).isThrownBy(() -> opened(damaged, "a/b"));
        }
    }

    @Test
    void whatWasCutOffIsFound() throws IOException {
        byte[] object = sealed(content(140_000), "a/b");
        for (int length = 0; length < object.length; length += 6_997) {
            byte[] cut = Arrays.copyOf(object, length);
            assertThatExceptionOfType(IOException.class).as("%s bytes", length).isThrownBy(() -> opened(cut, "a/b"));
        }
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> opened(Arrays.copyOf(object, object.length + 1), "a/b"));
    }

    @Test
    void aKeyThatWasRotatedOpensAndOneThatWasLostOrChangedDoesNot() throws IOException {
        byte[] object = sealed(content(10), "a/b");
        depot.keys().rotate();
        assertThat(seal.key()).isEqualTo("model-2");
        assertThat(opened(object, "a/b")).isEqualTo(content(10));
        depot.keys().change();
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> opened(object, "a/b"));
        depot.keys().lose();
        assertThatExceptionOfType(Failure.class).isThrownBy(() -> opened(object, "a/b"))
                .withMessage("What is sealed by key `model-1` in store `san` can't be opened: secret `backup-key` has "
                        + "no such key.");
    }
}
