package dev.lifeboat.builtins.comms;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A server's certificate that nobody has signed but itself; made once for all tests, since that takes seconds.
 *
 * @param context what a server shows it with
 * @param pem     what a client trusts it by
 */
record Identity(SSLContext context, Path pem) {
    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final Map<String, Identity> MADE = new ConcurrentHashMap<>();

    static Identity of(String host) {
        return MADE.computeIfAbsent(host, name -> {
            try {
                return make(name);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static Identity make(String host) throws IOException, GeneralSecurityException {
        Path folder = Files.createTempDirectory("identity");
        Path file = folder.resolve("server.p12");
        keytool("-genkeypair", "-alias", "server", "-keyalg", "EC", "-dname", "CN=" + host, "-ext", "san=dns:" + host,
                "-keystore", file.toString(), "-storetype", "PKCS12", "-storepass", new String(PASSWORD));
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(new ByteArrayInputStream(Files.readAllBytes(file)), PASSWORD);
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        Path pem = Files.writeString(folder.resolve("server.pem"), "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder().encodeToString(store.getCertificate("server").getEncoded())
                + "\n-----END CERTIFICATE-----\n");
        folder.toFile().deleteOnExit();
        pem.toFile().deleteOnExit();
        file.toFile().deleteOnExit();
        return new Identity(context, pem);
    }

    private static void keytool(String... arguments) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(arguments).redirectErrorStream(true);
        builder.command().addFirst(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.onExit().join().exitValue() != 0) {
            throw new AssertionError(said);
        }
    }
}
