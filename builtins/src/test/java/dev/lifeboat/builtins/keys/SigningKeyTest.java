package dev.lifeboat.builtins.keys;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.builtins.keys.SigningKey.Pair;
import java.security.GeneralSecurityException;
import java.security.spec.PKCS8EncodedKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SigningKeyTest {
    private static final Pair ADA = SigningKey.generate();
    private static final String TEXT = "step promote\nanswer yes\n";
    private static final String SIGNED = ADA.signing().sign(Purpose.APPROVAL, TEXT);

    private static boolean verifies(Purpose purpose, String text, String signature) {
        return ADA.verifying().verifies(purpose, text, signature);
    }

    @Test
    void whatSomebodyHasSignedTheirKeyInTheInventoryVerifies() {
        VerifyingKey inTheInventory = VerifyingKey.read(ADA.verifying().text()).orElseThrow();
        assertThat(inTheInventory.verifies(Purpose.APPROVAL, TEXT, SIGNED)).isTrue();
        assertThat(inTheInventory.text()).matches("ed25519:[A-Za-z0-9+/]{43}=");
    }

    /** RFC 8032, section 7.1, test 1, with the key as the RFC gives it. */
    @Test
    void itIsTheEd25519OfOtherPrograms() throws GeneralSecurityException {
        byte[] pkcs8 = java.util.HexFormat.of().parseHex("302e020100300506032b657004220420"
                + "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
        String verifying = "ed25519:" + java.util.Base64.getEncoder().encodeToString(java.util.HexFormat.of()
                .parseHex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"));
        SigningKey key = SigningKey.of(new PKCS8EncodedKeySpec(pkcs8));

        assertThat(VerifyingKey.read(verifying).orElseThrow().verifies(Purpose.SEAL, TEXT,
                key.sign(Purpose.SEAL, TEXT))).isTrue();
    }

    @Test
    void nothingElseVerifies() {
        assertThat(verifies(Purpose.SEAL, TEXT, SIGNED)).as("another purpose").isFalse();
        assertThat(verifies(Purpose.APPROVAL, TEXT + " ", SIGNED)).as("another text").isFalse();
        assertThat(verifies(Purpose.APPROVAL, TEXT, SigningKey.generate().signing().sign(Purpose.APPROVAL, TEXT)))
                .as("another's signature").isFalse();
        assertThat(verifies(Purpose.APPROVAL, TEXT, "")).as("no signature").isFalse();
        assertThat(verifies(Purpose.APPROVAL, TEXT, "no Base64!")).isFalse();
        assertThat(verifies(Purpose.APPROVAL, TEXT, SIGNED.substring(4))).as("too short").isFalse();
        assertThat(verifies(Purpose.APPROVAL, TEXT, SIGNED + "AAAA")).as("too long").isFalse();
        assertThat(verifies(Purpose.APPROVAL, TEXT, SIGNED.replace("=", ""))).as("without padding").isFalse();
    }

    @Test
    void aSignatureHasOneTextOnly() {
        for (int at = 0; at < SIGNED.length(); at++) {
            for (char other : "ABwx8+/=".toCharArray()) {
                String altered = SIGNED.substring(0, at) + other + SIGNED.substring(at + 1);
                assertThat(verifies(Purpose.APPROVAL, TEXT, altered)).as(altered).isEqualTo(altered.equals(SIGNED));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ed25519:", "ed25519:…", "ed25519:AAAA", "rsa:AAAA",
            "ED25519:11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=",
            "ed25519:11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo",
            "ed25519:11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo= "})
    void whatIsNoKeyIsNoneInTheInventory(String text) {
        assertThat(VerifyingKey.read(text)).isEmpty();
    }
}
