package dev.lifeboat.builtins.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lifeboat.builtins.inventory.StorePlan;
import dev.lifeboat.grammar.Golden;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.world.SystemClock;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;

/** What a store says and does where its bucket, or the way to it, fails: nothing is lost, nothing is half there, and what to do is said. */
@Execution(ExecutionMode.CONCURRENT)
class S3FaultsTest {
    private static final Path TEXTS = Path.of("src/test/resources/store");
    private static final int BIG = 2 * S3Upload.PART + 4711;
    private static final String DUMP = "shop/dump";
    private static final AtomicInteger TESTS = new AtomicInteger();
    private static LabBucket bucket;
    private final String prefix = "test" + TESTS.incrementAndGet() + "/";
    private final ObjectStore sound = bucket.store(prefix);
    private FaultProxy proxy;
    private ObjectStore store;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        bucket = LabBucket.start(folder);
    }

    @AfterAll
    static void stop() throws Exception {
        bucket.stop();
    }

    @BeforeEach
    void open() throws IOException {
        proxy = FaultProxy.before(bucket.port());
        store = bucket.store(plan(), LabBucket.FEW_ATTEMPTS);
    }

    @AfterEach
    void close() throws IOException {
        proxy.close();
    }

    private StorePlan.S3 plan() {
        return bucket.plan(proxy.port(), prefix);
    }

    private static byte[] random(int size) {
        byte[] bytes = new byte[size];
        new SplittableRandom(4711).nextBytes(bytes);
        return bytes;
    }

    private StoredObject upload(int size) throws IOException {
        try (Upload upload = store.upload(DUMP)) {
            upload.write(random(size));
            return upload.complete();
        }
    }

    private static byte[] read(ObjectStore from) throws IOException {
        try (InputStream stream = from.read(DUMP, 0)) {
            return stream.readAllBytes();
        }
    }

    /** Nothing of it may be there: neither the object, nor parts of it. */
    private void nothingIsLeft() {
        assertThat(sound.list("")).isEmpty();
        assertThat(parts(prefix)).isZero();
    }

    private static long parts(String prefix) {
        return S3Clients.of(bucket.plan(bucket.port(), prefix), access -> bucket.keys(), S3Patience.USUAL)
                .listMultipartUploads(list -> list.bucket(LabBucket.BUCKET).prefix(prefix)).uploads().size();
    }

    private void says(String name, ThrowingCallable use) {
        says(name, catchThrowableOfType(Failure.class, use));
    }

    private void says(String name, Failure failure) {
        assertThat(failure).as(name).isNotNull();
        String text = failure.getMessage() + "\noutcome: " + failure.outcome() + "\nhint: " + failure.hint() + "\n"
                + String.join("\n", failure.evidence());
        Golden.check(TEXTS.resolve(name + ".fault"), ".failure",
                text.replace(":" + proxy.port(), ":PORT").replaceAll("(?m)^S3: .*", "S3: …")
                        .replaceAll("after \\d+ of", "after N of").strip() + "\n");
    }

    @Test
    void anOverloadedBucketIsAskedAgain() throws IOException {
        proxy.let("^PUT .*partNumber=2", 2, FaultProxy.answering(503, "SlowDown"));
        assertThat(upload(BIG).size()).isEqualTo(BIG);
        assertThat(Arrays.equals(read(sound), random(BIG))).isTrue();
    }

    @Test
    void aBucketThatStaysOverloadedIsGivenUp() {
        proxy.always("^PUT .*partNumber=2", FaultProxy.answering(503, "SlowDown"));
        says("overloaded", () -> upload(BIG));
        nothingIsLeft();
    }

    @Test
    void whetherASmallWriteWasMadeMayNotBeKnown() {
        proxy.always("^PUT ", FaultProxy.answering(503, "SlowDown"));
        says("overloaded-write", () -> store.replace(DUMP, new byte[1]));
        nothingIsLeft();
    }

    @Test
    void halfABodyIsTakenUpWhereItBrokeOff() throws IOException {
        sound.replace(DUMP, random(500_000));
        proxy.let("^GET .*dump", 2, FaultProxy.breakingOffAfter(200_000));
        assertThat(Arrays.equals(read(store), random(500_000))).isTrue();
        assertThat(proxy.heads).hasSize(3);
        assertThat(proxy.heads.get(1)).containsPattern("Range: bytes=1\\d{5}-").contains("If-Match: ");
        assertThat(proxy.heads.get(2)).containsPattern("Range: bytes=3\\d{5}-");
    }

    @Test
    void aBodyThatBreaksOffAgainAndAgainIsGivenUp() {
        sound.replace(DUMP, random(500_000));
        proxy.let("^GET .*dump", 1, FaultProxy.breakingOffAfter(200_000)).always("^GET .*dump",
                FaultProxy.withoutBody());
        says("broken-off", () -> read(store));
    }

    @Test
    void aSlowBodyIsWaitedFor() throws IOException {
        sound.replace(DUMP, random(200_000));
        proxy.always("^GET .*dump", FaultProxy.slowly(Duration.ofMillis(50)));
        assertThat(Arrays.equals(read(store), random(200_000))).isTrue();
    }

    @Test
    void aBodyThatStandsStillIsAskedForAgain() throws IOException {
        sound.replace(DUMP, random(200_000));
        proxy.let("^GET .*dump", 1, FaultProxy.slowly(Duration.ofHours(1)));
        assertThat(Arrays.equals(read(store), random(200_000))).isTrue();
    }

    @Test
    void aSilentBucketIsNotWaitedForForEver() {
        ObjectStore impatient = bucket.store(plan(), LabBucket.IMPATIENCE);
        proxy.always(".", FaultProxy.silent());
        says("silent-read", () -> impatient.read(DUMP, 0));
        says("silent-write", () -> impatient.replace(DUMP, new byte[1]));
        nothingIsLeft();
    }

    @Test
    void aPartWhoseConnectionIsResetIsSentAgain() throws IOException {
        proxy.let("^PUT .*partNumber=1", 1, FaultProxy.resettingAfter(5_000_000)).let("^PUT .*partNumber=3", 1,
                FaultProxy.resettingAfter(100));
        assertThat(upload(BIG).size()).isEqualTo(BIG);
        assertThat(Arrays.equals(read(sound), random(BIG))).isTrue();
    }

    @Test
    void aWayThatNeverHoldsLeavesNothing() {
        proxy.always("^PUT .*partNumber=1", FaultProxy.resettingAfter(5_000_000));
        says("reset", () -> upload(BIG));
        nothingIsLeft();
    }

    @Test
    void theOldObjectOutlivesAnUploadThatFails() throws IOException {
        sound.replace(DUMP, "old".getBytes(UTF_8));
        proxy.always("^PUT .*partNumber=2", FaultProxy.answering(500, "InternalError"));
        says("internal-error", () -> upload(BIG));
        assertThat(read(sound)).isEqualTo("old".getBytes(UTF_8));
    }

    @Test
    void anObjectThatGoesWhileItIsReadIsMissed() {
        sound.replace(DUMP, random(500_000));
        proxy.let("^GET .*dump", 1, FaultProxy.breakingOffAfter(200_000)).let("^GET .*dump", 1,
                FaultProxy.first(() -> sound.delete(DUMP), FaultProxy.Exchange::pass));
        says("deleted", () -> read(store));
    }

    @Test
    void anObjectThatIsReplacedWhileItIsReadIsNotMixedWithTheOther() {
        sound.replace(DUMP, random(500_000));
        proxy.let("^GET .*dump", 1, FaultProxy.breakingOffAfter(200_000)).let("^GET .*dump", 1,
                FaultProxy.first(() -> sound.replace(DUMP, new byte[500_000]), FaultProxy.Exchange::pass));
        says("replaced", () -> read(store));
    }

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
        ObjectStore none = bucket.store(new StorePlan.S3("no-such-bucket", there.prefix(), there.region(),
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
        ObjectStore none = bucket.store(new StorePlan.S3(LabBucket.BUCKET, "", Optional.empty(),
                Optional.of(URI.create("http://127.0.0.1:1")), there.access(), Optional.empty(), Optional.empty(),
                false, Optional.empty()), LabBucket.FEW_ATTEMPTS);
        says("nothing-answers", () -> none.list(""));
    }

    @Test
    void anOwnWriteThatIsRefusedBecauseOfItselfIsTheFirst() throws IOException {
        proxy.let("^PUT ", 1, FaultProxy.losingTheAnswer());
        assertThat(store.create(DUMP, "mine".getBytes(UTF_8))).isTrue();
        assertThat(store.create(DUMP, "mine".getBytes(UTF_8))).isFalse();
        assertThat(read(sound)).isEqualTo("mine".getBytes(UTF_8));
    }

    @Test
    void aConflictIsTriedAgain() {
        proxy.let("^PUT ", 2, FaultProxy.answering(409, "ConditionalRequestConflict"));
        assertThat(store.create(DUMP, new byte[1])).isTrue();
    }

    @Test
    void anUploadWhoseLastAnswerIsLostIsComplete() throws IOException {
        proxy.let("^POST .*uploadId=", 1, FaultProxy.losingTheAnswer());
        assertThat(upload(BIG).size()).isEqualTo(BIG);
        assertThat(Arrays.equals(read(sound), random(BIG))).isTrue();
        assertThat(parts(prefix)).isZero();
    }

    @Test
    void aCancelledUploadLeavesNothing() throws Exception {
        proxy.always("^PUT .*partNumber=1", FaultProxy.silent());
        AtomicReference<Failure> failure = new AtomicReference<>();
        Thread uploading = Thread.ofVirtual()
                .start(() -> failure.set(catchThrowableOfType(Failure.class, () -> upload(BIG))));
        while (proxy.heads.stream().noneMatch(head -> head.contains("partNumber=1"))) {
            Thread.onSpinWait();
        }
        uploading.interrupt();
        uploading.join();
        says("cancelled", failure.get());
        nothingIsLeft();
    }

    private ObjectStore asking(StorePlan.Encryption encryption) {
        StorePlan.S3 there = plan();
        return bucket.store(new StorePlan.S3(there.bucket(), there.prefix(), there.region(), there.endpoint(),
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
