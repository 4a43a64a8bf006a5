package dev.lifeboat.builtins.lab;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;

/**
 * A certificate of 127.0.0.1 that nobody has signed but itself.
 *
 * @param certificate in PEM form, also what a client trusts it by
 * @param key         its private key, in PEM form
 */
public record LabCertificate(Path certificate, Path key) {
    private static final String PASSWORD = "changeit";

    /** Makes one. @param folder where it lies */
    public static LabCertificate in(Path folder) throws IOException, GeneralSecurityException {
        Path file = folder.resolve("server.p12");
        Command.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-alias",
                "server", "-keyalg", "EC", "-dname", "CN=127.0.0.1", "-ext", "san=ip:127.0.0.1", "-keystore",
                file.toString(), "-storetype", "PKCS12", "-storepass", PASSWORD).output();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream stream = Files.newInputStream(file)) {
            store.load(stream, PASSWORD.toCharArray());
        }
        return new LabCertificate(
                pem(folder.resolve("server.pem"), "CERTIFICATE", store.getCertificate("server").getEncoded()),
                pem(folder.resolve("server.key"), "PRIVATE KEY",
                        store.getKey("server", PASSWORD.toCharArray()).getEncoded()));
    }

    private static Path pem(Path file, String kind, byte[] content) throws IOException {
        return Files.writeString(file, "-----BEGIN " + kind + "-----\n"
                + Base64.getMimeEncoder(64, new byte[]{'\n'}).encodeToString(content) + "\n-----END " + kind
                + "-----\n");
    }
}
