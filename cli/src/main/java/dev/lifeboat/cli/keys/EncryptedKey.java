package dev.lifeboat.cli.keys;

import dev.lifeboat.builtins.keys.SigningKey;
import dev.lifeboat.interpreter.world.RealWorld;
import java.io.IOException;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.PBEParameterSpec;

/** A key under a passphrase, as PKCS#8 in PEM (PBES2: PBKDF2 with HMAC-SHA-256, AES-256): what other programs read as well. */
@RealWorld
final class EncryptedKey {
    private static final String ALGORITHM = "PBEWithHmacSHA256AndAES_256";
    private static final int ROUNDS = 600_000;
    private static final int SALT = 16;
    private static final String BEGIN = "-----BEGIN ENCRYPTED PRIVATE KEY-----";
    private static final String END = "-----END ENCRYPTED PRIVATE KEY-----";
    private static final Pattern PEM = Pattern.compile(BEGIN + "([\\sA-Za-z0-9+/=]+)" + END + "\\s*");

    private EncryptedKey() {}

    static String of(SigningKey key, char[] passphrase) {
        byte[] plain = key.encoded();
        try {
            byte[] salt = new byte[SALT];
            new SecureRandom().nextBytes(salt);
            Cipher cipher = Cipher.getInstance(ALGORITHM);
            cipher.init(Cipher.ENCRYPT_MODE, secret(passphrase), new PBEParameterSpec(salt, ROUNDS));
            return pem(new EncryptedPrivateKeyInfo(named(cipher.getParameters()), cipher.doFinal(plain)).getEncoded());
        } catch (GeneralSecurityException | IOException impossible) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM + ".", impossible);
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    /** Under the name that a file calls them by; Java's own for this one combination is in no standard. */
    private static AlgorithmParameters named(AlgorithmParameters parameters)
            throws GeneralSecurityException, IOException {
        AlgorithmParameters named = AlgorithmParameters.getInstance("PBES2");
        named.init(parameters.getEncoded());
        return named;
    }

    private static String pem(byte[] encoded) {
        return BEGIN + "\n" + Base64.getMimeEncoder(64, new byte[]{'\n'}).encodeToString(encoded) + "\n" + END + "\n";
    }

    /** @throws GeneralSecurityException where it is none, or the passphrase is another */
    static SigningKey read(String text, char[] passphrase) throws GeneralSecurityException {
        Matcher pem = PEM.matcher(text);
        if (!pem.matches()) {
            throw new GeneralSecurityException("no encrypted key");
        }
        try {
            var key = new EncryptedPrivateKeyInfo(Base64.getMimeDecoder().decode(pem.group(1)));
            Cipher cipher = Cipher.getInstance(ALGORITHM);
            cipher.init(Cipher.DECRYPT_MODE, secret(passphrase), key.getAlgParameters());
            return SigningKey.of(key.getKeySpec(cipher));
        } catch (IOException | IllegalArgumentException malformed) {
            throw new GeneralSecurityException("no encrypted key", malformed);
        }
    }

    private static SecretKey secret(char[] passphrase) throws GeneralSecurityException {
        PBEKeySpec spec = new PBEKeySpec(passphrase);
        try {
            return SecretKeyFactory.getInstance(ALGORITHM).generateSecret(spec);
        } finally {
            spec.clearPassword();
            Arrays.fill(passphrase, ' ');
        }
    }
}
