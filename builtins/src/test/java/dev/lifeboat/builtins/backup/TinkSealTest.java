package dev.lifeboat.builtins.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeboat.builtins.backup.SealKeys.Key;
import dev.lifeboat.interpreter.builtin.Failure;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TinkSealTest {
    private static final String LABEL = "shop/uuid/full/id/dump";
    private static final SealKeys KEYS = SealKeys.create();
    private static final byte[] PLAIN = noise(3_000_000);

    @Test
    void whatWasSealedOpens() throws IOException {
        TinkSeal seal = new TinkSeal(() -> KEYS);
        assertThat(seal.open(in(sealed(seal)), seal.key(), LABEL).readAllBytes()).isEqualTo(PLAIN);
    }

    @Test
    void aBitThatWasFlippedDoesNotGoUnseenAnywhere() throws IOException {
        TinkSeal seal = new TinkSeal(() -> KEYS);
        byte[] sealed = sealed(seal);
        SplittableRandom random = new SplittableRandom(1);
        for (int round = 0; round < 20; round++) {
            byte[] damaged = sealed.clone();
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            assertDoesNotOpen(seal, damaged, LABEL);
        }
    }

    @Test
    void whatWasCutOffDoesNotOpenToItsEnd() throws IOException {
        TinkSeal seal = new TinkSeal(() -> KEYS);
        byte[] sealed = sealed(seal);
        for (int length : new int[]{0, 1, 39, 40, 1000, 1 << 20, 2 << 20, sealed.length - 1}) {
            assertDoesNotOpen(seal, Arrays.copyOf(sealed, length), LABEL);
        }
    }

    @Test
    void whatWasSealedAsSomethingElseDoesNotOpen() throws IOException {
        TinkSeal seal = new TinkSeal(() -> KEYS);
        assertDoesNotOpen(seal, sealed(seal), "shop/uuid/full/other/dump");
    }

    @Test
    void aKeyThatWasReplacedStillOpensWhatItSealed() throws IOException {
        TinkSeal before = new TinkSeal(() -> KEYS);
        SealKeys rotated = SealKeys.parse(KEYS.rotated().text(), "secret `backup`");
        TinkSeal after = new TinkSeal(() -> rotated);

        assertThat(after.key()).isNotEqualTo(before.key());
        assertThat(rotated.keys()).extracting(Key::primary).containsExactly(false, true);
        assertThat(after.open(in(sealed(before)), before.key(), LABEL).readAllBytes()).isEqualTo(PLAIN);
    }

    @Test
    void aKeyThatIsLostIsNamedWithWhereItWasLookedFor() throws IOException {
        TinkSeal seal = new TinkSeal(() -> KEYS);
        byte[] sealed = sealed(seal);
        SealKeys others = SealKeys.parse(SealKeys.create().text(), "secret `backup`");
        assertThatThrownBy(() -> new TinkSeal(() -> others).open(in(sealed), seal.key(), LABEL))
                .isInstanceOf(Failure.class)
                .hasMessage("Key " + seal.key() + " is not to be had: it is not among the keys of secret `backup`, "
                        + "which are " + others.primary()
                        + ". Without it nothing that it has sealed can be opened.");
    }

    @Test
    void whatIsNoKeysetIsRefused() {
        for (String text : new String[]{"", "{}", "secret", KEYS.text().substring(3)}) {
            assertThatThrownBy(() -> SealKeys.parse(text, "secret `backup`")).isInstanceOf(Failure.class)
                    .hasMessage("What secret `backup` holds is no keyset: keys of backups can't be read from it.");
        }
    }

    private static void assertDoesNotOpen(TinkSeal seal, byte[] sealed, String label) {
        assertThatThrownBy(() -> seal.open(in(sealed), seal.key(), label).readAllBytes())
                .isInstanceOf(IOException.class);
    }

    private static byte[] sealed(TinkSeal seal) throws IOException {
        ByteArrayOutputStream object = new ByteArrayOutputStream();
        try (OutputStream plain = seal.seal(object, LABEL)) {
            plain.write(PLAIN);
        }
        return object.toByteArray();
    }

    private static ByteArrayInputStream in(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }

    private static byte[] noise(int size) {
        byte[] noise = new byte[size];
        new SplittableRandom(7).nextBytes(noise);
        return noise;
    }
}
