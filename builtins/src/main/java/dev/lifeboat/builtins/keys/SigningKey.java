package dev.lifeboat.builtins.keys;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** Somebody's own key, by which they sign; whoever has it can say yes in their name. */
public final class SigningKey {
    static final String ALGORITHM = "Ed25519";
    private final PrivateKey key;

    private SigningKey(PrivateKey key) {
        this.key = key;
    }

    /** A new key, and what the inventory has to know of it. */
    public record Pair(SigningKey signing, VerifyingKey verifying) {}

    public static Pair generate() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            return new Pair(new SigningKey(pair.getPrivate()), VerifyingKey.of(pair.getPublic()));
        } catch (GeneralSecurityException impossible) {
            throw unknown(impossible);
        }
    }

    /** @param pkcs8 what {@link #encoded} gave */
    public static SigningKey of(PKCS8EncodedKeySpec pkcs8) throws GeneralSecurityException {
        return new SigningKey(KeyFactory.getInstance(ALGORITHM).generatePrivate(pkcs8));
    }

    /** In PKCS#8, unprotected: to be encrypted at once. */
    public byte[] encoded() {
        return key.getEncoded();
    }

    /** @return the signature in Base64 */
    public String sign(Purpose purpose, String text) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(purpose.message(text));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw unknown(impossible);
        }
    }

    private static IllegalStateException unknown(GeneralSecurityException impossible) {
        return new IllegalStateException("Every Java platform since 15 has Ed25519.", impossible);
    }
}
