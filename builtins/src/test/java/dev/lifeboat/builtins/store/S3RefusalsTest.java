package dev.lifeboat.builtins.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.builtins.inventory.StorePlan;
import dev.lifeboat.grammar.Golden;
import dev.lifeboat.interpreter.world.SystemClock;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;

/** What a store says where its bucket refuses it, or does not keep what the inventory asks for. */
@Execution(ExecutionMode.CONCURRENT)
class S3RefusalsTest extends FaultyBucket {

    @Test
    void refusedKeysAreSaid() {
        ObjectStore stranger = new S3Store("s3", plan(), access -> AwsBasicCredentials.create("lab", "wrong"),
                new SystemClock(), LabBucket.FEW_ATTEMPTS);
        says("refused-keys", () -> stranger.list(""));
        says("refused-keys-write", () -> stranger.create(DUMP, new byte[1]));
        assertThat(stranger.state().usable()).isFalse();
        proxy.always("^PUT ", FaultProxy.answering(403, "AccessDenied"));
        says("not-permitted", () -> store.replace(DUMP, new byte[1]));
        nothingIsLeft();
    }

    @Test
    void aBucketThatIsNotThereIsNotTakenForAnEmptyOne() {
        StorePlan.S3 there = plan();
        ObjectStore none = BUCKET.store(new StorePlan.S3("no-such-bucket", there.prefix(), there.region(),
                there.endpoint(), there.access(), there.storageClass(), there.encryption(), false, Optional.empty()),
                LabBucket.FEW_ATTEMPTS);
        says("no-bucket", () -> none.list(""));
        says("no-bucket-find", () -> none.find(DUMP));
        says("no-bucket-read", () -> none.read(DUMP, 0));
        says("no-bucket-write", () -> none.create(DUMP, new byte[1]));
        assertThat(none.state().complaints())
                .containsExactly("Store `s3` can't be used: there is no bucket `no-such-bucket`.");
    }

    @Test
    void whereNothingAnswersItIsSaid() {
        StorePlan.S3 there = plan();
        ObjectStore none = BUCKET.store(new StorePlan.S3(LabBucket.BUCKET, "", Optional.empty(),
                Optional.of(URI.create("http://127.0.0.1:1")), there.access(), Optional.empty(), Optional.empty(),
                false, Optional.empty()), LabBucket.FEW_ATTEMPTS);
        says("nothing-answers", () -> none.list(""));
    }

    private ObjectStore asking(StorePlan.Encryption encryption) {
        StorePlan.S3 there = plan();
        return BUCKET.store(new StorePlan.S3(there.bucket(), there.prefix(), there.region(), there.endpoint(),
                there.access(), there.storageClass(), Optional.of(encryption), true, Optional.of(Duration.ofDays(30))),
                LabBucket.FEW_ATTEMPTS);
    }

    @Test
    void whatIsNotEncryptedAsAskedIsSaid() {
        proxy.let("^PUT ", 1, FaultProxy.answering(200, "OK"));
        says("not-encrypted", () -> asking(new StorePlan.Encryption.OfBucket()).replace(DUMP, new byte[1]));
        says("not-implemented", () -> asking(new StorePlan.Encryption.ByKms(Optional.of("alias/backup")))
                .replace(DUMP, new byte[1]));
        nothingIsLeft();
    }

    private void complains(String name) {
        StoreState state = asking(new StorePlan.Encryption.ByKms(Optional.empty())).state();
        assertThat(state.usable()).isTrue();
        Golden.check(TEXTS.resolve(name + ".fault"), ".complaints", String.join("\n", state.complaints()) + "\n");
    }

    @Test
    void whatABucketDoesNotPromiseIsSaid() {
        complains("no-promises");
        proxy.always("[?]encryption", FaultProxy.saying("""
                <ServerSideEncryptionConfiguration><Rule><ApplyServerSideEncryptionByDefault><SSEAlgorithm>AES256\
                </SSEAlgorithm></ApplyServerSideEncryptionByDefault></Rule></ServerSideEncryptionConfiguration>"""))
                .always("[?]object-lock", locked(7))
                .always("[?]versioning", FaultProxy.answering(403, "AccessDenied"));
        complains("broken-promises");
    }

    private static FaultProxy.Fault locked(int days) {
        return FaultProxy.saying("""
                <ObjectLockConfiguration><ObjectLockEnabled>Enabled</ObjectLockEnabled><Rule><DefaultRetention>\
                <Mode>COMPLIANCE</Mode><Days>%d</Days></DefaultRetention></Rule></ObjectLockConfiguration>"""
                .formatted(days));
    }

    @Test
    void whatABucketPromisesIsSeen() {
        proxy.always("[?]encryption", FaultProxy.saying("""
                <ServerSideEncryptionConfiguration><Rule><ApplyServerSideEncryptionByDefault><SSEAlgorithm>aws:kms\
                </SSEAlgorithm></ApplyServerSideEncryptionByDefault></Rule></ServerSideEncryptionConfiguration>"""))
                .always("[?]object-lock", locked(30)).always("[?]versioning", FaultProxy.saying(
                        "<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>"));
        assertThat(asking(new StorePlan.Encryption.ByKms(Optional.empty())).state().complaints()).isEmpty();
    }
}
