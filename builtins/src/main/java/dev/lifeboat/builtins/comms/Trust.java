package dev.lifeboat.builtins.comms;

import dev.lifeboat.interpreter.builtin.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Whose certificates count: those that the JVM trusts, or those of a file of the inventory's. */
public final class Trust {
    private Trust() {}

    /** @param ca certificates in PEM form */
    public static SSLContext of(Optional<Path> ca) {
        try {
            return ca.isPresent() ? trusting(ca.get()) : SSLContext.getDefault();
        } catch (IOException | GeneralSecurityException e) {
            throw Failure.of("The certificates `" + ca.map(Path::toString).orElse("of the JVM") + "` can't be read: "
                    + e.getClass().getSimpleName() + ".").hint("Expected a file in PEM form.").because(e);
        }
    }

    private static SSLContext trusting(Path ca) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        for (Certificate certificate : certificates(ca)) {
            store.setCertificateEntry("ca " + store.size(), certificate);
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private static Collection<? extends Certificate> certificates(Path ca)
            throws IOException, GeneralSecurityException {
        try (InputStream stream = Files.newInputStream(ca)) {
            return CertificateFactory.getInstance("X.509").generateCertificates(stream);
        }
    }
}
