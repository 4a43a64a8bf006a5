package dev.lifeboat.builtins.store;

import dev.lifeboat.builtins.inventory.Inventory.SecretSource;
import dev.lifeboat.builtins.inventory.StorePlan;
import dev.lifeboat.interpreter.world.SystemClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.services.s3.S3Client;

/** S3Proxy in this process, with one bucket that lies in a folder. */
public final class LabBucket {
    public static final String BUCKET = "shop-backups";
    public static final String ID = "lab";
    public static final String SECRET = "lab-secret";
    /** For what fails at once, and would be tried more often than a test has time for. */
    static final S3Patience FEW_ATTEMPTS = new S3Patience(Duration.ofSeconds(10), Duration.ofSeconds(10),
            Duration.ofSeconds(60), Duration.ofSeconds(120), 3);
    /** For what never answers. */
    static final S3Patience IMPATIENCE = new S3Patience(Duration.ofSeconds(10), Duration.ofSeconds(1),
            Duration.ofSeconds(60), Duration.ofSeconds(120), 2);
    /** One for all tests that leave nothing outside a prefix of their own; it ends with the process. */
    static final Once<LabBucket> SHARED = new Once<>(LabBucket::shared);
    private final S3Proxy proxy;

    private LabBucket(S3Proxy proxy) {
        this.proxy = proxy;
    }

    public static LabBucket start(Path folder) throws Exception {
        S3Proxy proxy = S3Proxy.builder().endpoint(URI.create("http://127.0.0.1:0")).ignoreUnknownHeaders(true)
                .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, ID, SECRET)
                .blobStore(new FilesystemNio2BlobStore(folder.toString())).build();
        proxy.start();
        LabBucket bucket = new LabBucket(proxy);
        bucket.client().createBucket(create -> create.bucket(BUCKET));
        return bucket;
    }

    private S3Client client() {
        return S3Clients.of(plan(port(), ""), access -> keys(), S3Patience.USUAL);
    }

    /** As one does without Lifeboat: a file, in one request. */
    public void put(Path file) {
        client().putObject(put -> put.bucket(BUCKET).key(file.getFileName().toString()), file);
    }

    private static LabBucket shared() {
        try {
            Path folder = Files.createTempDirectory("lab-bucket");
            LabBucket bucket = start(folder);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
            return bucket;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The bucket of another process, by its port. */
    public static ObjectStore at(int port) {
        LabBucket known = new LabBucket(null);
        return new S3Store("s3", known.plan(port, ""), access -> known.keys(), new SystemClock());
    }

    public int port() {
        return proxy.getPort();
    }

    AwsBasicCredentials keys() {
        return AwsBasicCredentials.create(ID, SECRET);
    }

    /** @param port its own, or that of a way to it */
    StorePlan.S3 plan(int port, String prefix) {
        return new StorePlan.S3(BUCKET, prefix, Optional.empty(), Optional.of(URI.create("http://127.0.0.1:" + port)),
                Optional.of(new StorePlan.Access(new SecretSource.FromEnvironment("ID"),
                        new SecretSource.FromEnvironment("SECRET"))),
                Optional.empty(), Optional.empty(), false, Optional.empty());
    }

    S3Store store(StorePlan.S3 plan, S3Patience patience) {
        return new S3Store("s3", plan, access -> keys(), new SystemClock(), patience);
    }

    S3Store store(String prefix) {
        return store(plan(port(), prefix), S3Patience.USUAL);
    }

    public void stop() throws Exception {
        proxy.stop();
    }
}
