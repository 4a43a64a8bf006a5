package dev.lifeboat.builtins.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lifeboat.interpreter.builtin.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What a store says and does where its bucket, or the way to it, fails: nothing is lost, nothing is half there, and what to do is said. */
@Execution(ExecutionMode.CONCURRENT)
class S3FaultsTest extends FaultyBucket {
    private static final int BIG = 2 * S3Upload.PART + 4711;

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
        ObjectStore impatient = BUCKET.store(plan(), LabBucket.IMPATIENCE);
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
}
