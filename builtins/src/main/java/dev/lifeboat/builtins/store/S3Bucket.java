package dev.lifeboat.builtins.store;

import dev.lifeboat.builtins.inventory.StorePlan;
import dev.lifeboat.interpreter.world.Clock;
import java.io.ByteArrayInputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;

/**
 * The requests that a store makes of its bucket, below its prefix, with the encryption and the checksums that it asks for, and none longer than there is time. All throw an
 * {@link software.amazon.awssdk.core.exception.SdkException}.
 */
final class S3Bucket {
    /** What is written says by which request: whoever is refused, or hears nothing, can tell whether it was by their own. */
    private static final String WRITE = "lifeboat-write";
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(200);
    private static final Duration TO_TIDY_UP = Duration.ofSeconds(10);
    private final StorePlan.S3 plan;
    private final Supplier<S3Client> client;
    private final Clock clock;
    private final S3Patience patience;

    S3Bucket(StorePlan.S3 plan, Supplier<S3Client> client, Clock clock, S3Patience patience) {
        this.plan = plan;
        this.client = client;
        this.clock = clock;
        this.patience = patience;
    }

    StorePlan.S3 plan() {
        return plan;
    }

    S3Client client() {
        return client.get();
    }

    /** The HTTP client throws some of its troubles past the SDK, which then neither tries again nor makes them its own. */
    <T> T asked(Supplier<T> request) {
        for (int attempt = 1;; attempt++) {
            try {
                return request.get();
            } catch (UncheckedIOException e) {
                if (Thread.currentThread().isInterrupted()) {
                    throw AbortedException.create("Cancelled.", e.getCause());
                }
                if (attempt == patience.attempts()) {
                    throw SdkClientException.create(String.valueOf(e.getCause().getMessage()), e.getCause());
                }
                clock.sleep(BETWEEN_ATTEMPTS.multipliedBy(attempt));
            }
        }
    }

    private String key(String object) {
        return plan.prefix() + object;
    }

    /** @throws Clock.DeadlinePassed where no time is left; the clock says it when it is asked to wait */
    Consumer<AwsRequestOverrideConfiguration.Builder> inTime() {
        Duration left = clock.remaining();
        if (left.isZero()) {
            clock.sleep(Duration.ofSeconds(1));
        }
        Duration limit = left.compareTo(patience.call()) < 0 && !left.isZero() ? left : patience.call();
        return call -> call.apiCallTimeout(limit);
    }

    private static RequestBody body(byte[] bytes, int length) {
        return RequestBody.fromContentProvider(
                ContentStreamProvider.fromInputStreamSupplier(() -> new ByteArrayInputStream(bytes, 0, length)), length,
                "application/octet-stream");
    }

    private Optional<ServerSideEncryption> encryption() {
        return plan.encryption().map(asked -> switch (asked) {
            case StorePlan.Encryption.OfBucket() -> ServerSideEncryption.AES256;
            case StorePlan.Encryption.ByKms(var key) -> ServerSideEncryption.AWS_KMS;
        });
    }

    private Optional<String> kmsKey() {
        return plan.encryption().flatMap(asked -> switch (asked) {
            case StorePlan.Encryption.OfBucket() -> Optional.empty();
            case StorePlan.Encryption.ByKms(var key) -> key;
        });
    }

    /** Whether an answer says that it was encrypted as it was to be. */
    boolean isEncryptedBy(ServerSideEncryption answered) {
        return encryption().isEmpty() || encryption().get() == answered;
    }

    private Optional<String> storageClass() {
        return plan.storageClass().map(Enum::name);
    }

    /** @param first whether it is refused where there is one: with status 412 */
    PutObjectResponse put(String object, byte[] bytes, int length, String write, boolean first) {
        return asked(() -> client().putObject(put -> {
            put.bucket(plan.bucket()).key(key(object)).metadata(Map.of(WRITE, write))
                    .checksumAlgorithm(ChecksumAlgorithm.CRC32).overrideConfiguration(inTime());
            encryption().ifPresent(put::serverSideEncryption);
            kmsKey().ifPresent(put::ssekmsKeyId);
            storageClass().ifPresent(put::storageClass);
            if (first) {
                put.ifNoneMatch("*");
            }
        }, body(bytes, length)));
    }

    CreateMultipartUploadResponse begin(String object, String write) {
        return asked(() -> client().createMultipartUpload(begin -> {
            begin.bucket(plan.bucket()).key(key(object)).metadata(Map.of(WRITE, write))
                    .checksumAlgorithm(ChecksumAlgorithm.CRC32).overrideConfiguration(inTime());
            encryption().ifPresent(begin::serverSideEncryption);
            kmsKey().ifPresent(begin::ssekmsKeyId);
            storageClass().ifPresent(begin::storageClass);
        }));
    }

    CompletedPart part(String object, String upload, int number, byte[] bytes, int length) {
        var answer = asked(() -> client().uploadPart(
                part -> part.bucket(plan.bucket()).key(key(object)).uploadId(upload)
                        .partNumber(number).checksumAlgorithm(ChecksumAlgorithm.CRC32).overrideConfiguration(inTime()),
                body(bytes, length)));
        return CompletedPart.builder().partNumber(number).eTag(answer.eTag()).checksumCRC32(answer.checksumCRC32())
                .build();
    }

    void complete(String object, String upload, List<CompletedPart> parts) {
        asked(() -> client()
                .completeMultipartUpload(done -> done.bucket(plan.bucket()).key(key(object)).uploadId(upload)
                        .multipartUpload(all -> all.parts(parts)).overrideConfiguration(inTime())));
    }

    /** Also when the time is up. */
    void abort(String object, String upload) {
        asked(() -> client().abortMultipartUpload(end -> end.bucket(plan.bucket()).key(key(object)).uploadId(upload)
                .overrideConfiguration(call -> call.apiCallTimeout(TO_TIDY_UP))));
    }

    /** By which request an object was written. */
    String write(String object) {
        return asked(() -> client()
                .headObject(look -> look.bucket(plan.bucket()).key(key(object)).overrideConfiguration(inTime())))
                .metadata().getOrDefault(WRITE, "");
    }

    /** @param tag of the object that has been read so far; any where it is empty */
    ResponseInputStream<GetObjectResponse> get(String object, long from, Optional<String> tag) {
        return asked(() -> client().getObject(get -> {
            get.bucket(plan.bucket()).key(key(object)).overrideConfiguration(inTime());
            tag.ifPresent(get::ifMatch);
            if (from > 0) {
                get.range("bytes=" + from + "-");
            }
        }));
    }

    List<StoredObject> list(String prefix) {
        return asked(() -> client().listObjectsV2Paginator(
                list -> list.bucket(plan.bucket()).prefix(key(prefix)).overrideConfiguration(inTime())).contents()
                .stream().map(this::stored).toList());
    }

    /** Those directly in one; S3 itself passes over what is in them. */
    List<String> folders(String folder) {
        String inside = key(folder) + "/";
        return asked(() -> client().listObjectsV2Paginator(list -> list.bucket(plan.bucket()).prefix(inside)
                .delimiter("/").overrideConfiguration(inTime())).commonPrefixes().stream()
                .map(found -> found.prefix().substring(inside.length(), found.prefix().length() - 1)).toList());
    }

    /** By the list: to be asked for an object that is not there, a bucket that is not there gives the same answer. */
    Optional<StoredObject> find(String object) {
        return asked(() -> client()
                .listObjectsV2(list -> list.bucket(plan.bucket()).prefix(key(object)).maxKeys(1)
                        .overrideConfiguration(inTime())))
                .contents().stream().map(this::stored).filter(found -> found.name().equals(object)).findFirst();
    }

    private StoredObject stored(S3Object found) {
        return new StoredObject(found.key().substring(plan.prefix().length()), found.size(), found.lastModified());
    }

    void delete(String object) {
        asked(() -> client().deleteObject(
                gone -> gone.bucket(plan.bucket()).key(key(object)).overrideConfiguration(inTime())));
    }
}
