package dev.lifeboat.builtins.mysql.jdbc;

import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.world.RealWorld;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Whose certificates count: those of a file in PEM form. Connector/J reads none, so that they are given to it as a key store, made once. */
@RealWorld
public final class JdbcTrust {
    private static final String TYPE = "PKCS12";
    /** Certificates are no secret; the form demands one. */
    private static final String PASSWORD = "certificates";
    private static final Map<Path, Path> STORES = new ConcurrentHashMap<>();

    private JdbcTrust() {}

    /** The driver's properties that say so. */
    static Map<String, String> of(Path ca) {
        Path store = STORES.computeIfAbsent(ca, JdbcTrust::store);
        return Map.of("trustCertificateKeyStoreUrl", store.toUri().toString(), "trustCertificateKeyStoreType", TYPE,
                "trustCertificateKeyStorePassword", PASSWORD, "fallbackToSystemTrustStore", "false");
    }

    private static Path store(Path ca) {
        try {
            return written(certificates(ca));
        } catch (IOException | GeneralSecurityException e) {
            throw unreadable(ca, e);
        }
    }

    /** Those of the file. */
    public static KeyStore certificates(Path ca) {
        try (InputStream stream = Files.newInputStream(ca)) {
            KeyStore store = KeyStore.getInstance(TYPE);
            store.load(null, null);
            for (Certificate certificate : CertificateFactory.getInstance("X.509").generateCertificates(stream)) {
                store.setCertificateEntry("ca " + store.size(), certificate);
            }
            return store;
        } catch (IOException | GeneralSecurityException e) {
            throw unreadable(ca, e);
        }
    }

    private static Failure unreadable(Path ca, Exception why) {
        return Failure.of("The certificates `" + ca + "` can't be read: " + why.getClass().getSimpleName() + ".")
                .hint("Expected a file in PEM form, as `ca` of the login names it.").because(why);
    }

    private static Path written(KeyStore store) throws IOException, GeneralSecurityException {
        Path file = Files.createTempFile("lifeboat-ca-", ".p12");
        file.toFile().deleteOnExit();
        try (OutputStream stream = Files.newOutputStream(file)) {
            store.store(stream, PASSWORD.toCharArray());
        }
        return file;
    }
}
