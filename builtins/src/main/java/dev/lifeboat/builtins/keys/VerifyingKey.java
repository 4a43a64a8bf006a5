package dev.lifeboat.builtins.keys;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The public half of somebody's key, by which everybody can tell what they have signed.
 *
 * @param text as the inventory writes it: {@code ed25519:} and the 32 bytes in Base64
 */
public record VerifyingKey(String text) {
    private static final String KIND = "ed25519:";
    private static final int BYTES = 32;
    /** What comes before the 32 bytes where a key says itself of which kind it is (RFC 8410). */
    private static final byte[] HEADER = HexFormat.of().parseHex("302a300506032b6570032100");

    /** Empty where the text is no such key. */
    public static Optional<VerifyingKey> read(String text) {
        return Optional.of(text).filter(VerifyingKey::isKey).map(VerifyingKey::new);
    }

    static VerifyingKey of(PublicKey key) {
        byte[] encoded = key.getEncoded();
        return new VerifyingKey(KIND
                + Base64.getEncoder().encodeToString(Arrays.copyOfRange(encoded, HEADER.length, encoded.length)));
    }

    private static boolean isKey(String text) {
        try {
            return text.startsWith(KIND) && new VerifyingKey(text).key() != null;
        } catch (GeneralSecurityException noPoint) {
            return false;
        }
    }

    /** @param signature in Base64, as {@link SigningKey#sign} gives it; anything else verifies nothing */
    public boolean verifies(Purpose purpose, String text, String signature) {
        try {
            Signature verification = Signature.getInstance(SigningKey.ALGORITHM);
            verification.initVerify(key());
            verification.update(purpose.message(text));
            return verification.verify(bytes(signature));
        } catch (SignatureException malformed) {
            return false;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("The key was read before, and Java knows its kind.", impossible);
        }
    }

    private PublicKey key() throws GeneralSecurityException {
        byte[] point = bytes(text.substring(KIND.length()));
        if (point.length != BYTES) {
            throw new SignatureException("no key");
        }
        byte[] encoded = Arrays.copyOf(HEADER, HEADER.length + BYTES);
        System.arraycopy(point, 0, encoded, HEADER.length, BYTES);
        return KeyFactory.getInstance(SigningKey.ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded));
    }

    /** Only as the encoder would write them: otherwise several texts would stand for the same bytes. */
    private static byte[] bytes(String base64) throws SignatureException {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64);
            if (Base64.getEncoder().encodeToString(bytes).equals(base64)) {
                return bytes;
            }
        } catch (IllegalArgumentException notBase64) {
            throw new SignatureException("not Base64", notBase64);
        }
        throw new SignatureException("not as it is written");
    }

    @Override
    public String toString() {
        return text;
    }
}
