package dev.lifeboat.builtins.store;

import dev.lifeboat.builtins.inventory.StorePlan;
import dev.lifeboat.interpreter.world.Clock;
import dev.lifeboat.interpreter.world.RealWorld;
import java.io.InputStream;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** A bucket of S3, or of what speaks like it. */
@RealWorld
public final class S3Store implements ObjectStore {
    private static final Duration BETWEEN_CONFLICTS = Duration.ofMillis(200);
    private static final int CONFLICT = 409;
    private static final int THERE_IS_ONE = 412;
    private static final int NOT_THERE = 404;
    private final String name;
    private final S3Bucket bucket;
    private final S3Faults faults;
    private final Clock clock;
    private final S3Patience patience;

    /** @param secrets fetches the keys of an account where the inventory says */
    public S3Store(String name, StorePlan.S3 plan, Function<StorePlan.Access, AwsBasicCredentials> secrets,
            Clock clock) {
        this(name, plan, secrets, clock, S3Patience.USUAL);
    }

    S3Store(String name, StorePlan.S3 plan, Function<StorePlan.Access, AwsBasicCredentials> secrets, Clock clock,
            S3Patience patience) {
        this.name = name;
        this.bucket = new S3Bucket(plan, new Once<>(() -> S3Clients.of(plan, secrets, patience)), clock, patience);
        this.faults = new S3Faults(name, plan);
        this.clock = clock;
        this.patience = patience;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Upload upload(String object) {
        return new S3Upload(ObjectName.checked(object), UUID.randomUUID().toString(), bucket, faults);
    }

    @Override
    public boolean create(String object, byte[] content) {
        String write = UUID.randomUUID().toString();
        for (int attempt = 1;; attempt++) {
            try {
                encrypted(object, bucket.put(ObjectName.checked(object), content, content.length, write, true));
                return true;
            } catch (S3Exception e) {
                if (e.statusCode() == THERE_IS_ONE) {
                    return isBy(write, object);
                }
                if (e.statusCode() != CONFLICT || attempt == patience.attempts()) {
                    throw faults.written(object, e);
                }
                clock.sleep(BETWEEN_CONFLICTS);
            } catch (SdkException e) {
                throw faults.written(object, e);
            }
        }
    }

    /** A request whose answer was lost is sent again, and then refused because of itself. */
    private boolean isBy(String write, String object) {
        try {
            return bucket.write(object).equals(write);
        } catch (S3Exception e) {
            if (e.statusCode() == NOT_THERE) {
                return false;
            }
            throw faults.written(object, e);
        } catch (SdkException e) {
            throw faults.written(object, e);
        }
    }

    @Override
    public void replace(String object, byte[] content) {
        String checked = ObjectName.checked(object);
        try {
            encrypted(object, bucket.put(checked, content, content.length, UUID.randomUUID().toString(), false));
        } catch (SdkException e) {
            throw faults.written(object, e);
        }
    }

    private void encrypted(String object, PutObjectResponse answer) {
        if (!bucket.isEncryptedBy(answer.serverSideEncryption())) {
            throw faults.notEncrypted(object);
        }
    }

    @Override
    public InputStream read(String object, long from) {
        return S3Download.open(ObjectName.checked(object), from, bucket, faults, clock, patience);
    }

    @Override
    public Optional<StoredObject> find(String object) {
        String checked = ObjectName.checked(object);
        try {
            return bucket.find(checked);
        } catch (SdkException e) {
            throw faults.of("looked for", object, e);
        }
    }

    @Override
    public List<StoredObject> list(String prefix) {
        String checked = ObjectName.checkedPrefix(prefix);
        try {
            return bucket.list(checked).stream().sorted(Comparator.comparing(StoredObject::name)).toList();
        } catch (SdkException e) {
            throw faults.of("listed", prefix, e);
        }
    }

    @Override
    public List<String> folders(String folder) {
        String checked = ObjectName.checked(folder);
        try {
            return bucket.folders(checked).stream().sorted().toList();
        } catch (SdkException e) {
            throw faults.of("listed", folder, e);
        }
    }

    @Override
    public void delete(String object) {
        String checked = ObjectName.checked(object);
        try {
            bucket.delete(checked);
        } catch (SdkException e) {
            throw faults.doubtful("deleted", object, e);
        }
    }

    @Override
    public StoreState state() {
        return new S3Promises(bucket, faults).state();
    }
}
