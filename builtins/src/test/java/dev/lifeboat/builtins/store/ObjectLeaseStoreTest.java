package dev.lifeboat.builtins.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.lease.Claim;
import dev.lifeboat.interpreter.lease.FileLeaseStore;
import dev.lifeboat.interpreter.lease.HeldLease;
import dev.lifeboat.interpreter.lease.Leases;
import dev.lifeboat.interpreter.lease.SharedLease;
import dev.lifeboat.interpreter.world.Lease;
import dev.lifeboat.interpreter.world.SystemClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who holds a cluster, where leases lie in a store that operators on several machines reach: a folder, and a bucket. */
class ObjectLeaseStoreTest {
    @TempDir
    private static Path folder;
    private static LabBucket bucket;
    @TempDir
    private Path machine;

    @BeforeAll
    static void start() throws Exception {
        bucket = LabBucket.start(Files.createDirectory(folder.resolve("bucket")));
    }

    @AfterAll
    static void stop() throws Exception {
        bucket.stop();
    }

    static Stream<ObjectStore> stores() throws IOException {
        return Stream.of(new DirectoryStore("san", Files.createTempDirectory(folder, "san")),
                bucket.store(Files.createTempDirectory(folder, "s3").getFileName() + "/"));
    }

    /** Each is on a machine of its own. */
    private Leases leases(ObjectStore store) {
        try {
            return new Leases("shop", new ObjectLeaseStore(store, "shop, main",
                    FileLeaseStore.open(Files.createTempDirectory(machine, "machine"), "shop")), new SystemClock());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Claim claim(String run) {
        return new Claim(run, "of_" + run, "ops1", 4711, Instant.EPOCH);
    }

    @ParameterizedTest
    @MethodSource("stores")
    void oneHoldsItAndWhoeverIsTakenOverIsRefused(ObjectStore store) {
        HeldLease first = leases(store).acquire(claim("a"));
        assertThatExceptionOfType(Lease.Refused.class).isThrownBy(() -> leases(store).acquire(claim("b")))
                .withMessageContaining("held by run `a` of of_a");
        first.assertHeld();
        HeldLease second = leases(store).takeOver(claim("b"), "a", "a sleeps");
        assertThat(second.epoch()).isEqualTo(2);
        second.assertHeld();
        assertThatExceptionOfType(Lease.Lost.class).isThrownBy(first::assertHeld);
        first.close();
        second.close();
        try (HeldLease third = leases(store).acquire(claim("c"))) {
            assertThat(third.epoch()).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void anIncidentFreezesWhatShares(ObjectStore store) {
        try (SharedLease backup = leases(store).share(claim("backup"))) {
            backup.assertHeld();
            try (HeldLease incident = leases(store).acquire(claim("a"))) {
                assertThat(incident.frozen()).containsExactly("backup");
                assertThatExceptionOfType(Failure.class).isThrownBy(backup::assertHeld);
            }
            backup.assertHeld();
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void ofManyAtOnceExactlyOneWins(ObjectStore store) throws Exception {
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (int round = 0; round < 3; round++) {
                List<Future<Optional<HeldLease>>> tries = threads.invokeAll(IntStream.range(0, 8)
                        .<Callable<Optional<HeldLease>>>mapToObj(i -> () -> tried(store, "a" + i)).toList());
                List<HeldLease> winners = tries.stream().map(Future::resultNow).flatMap(Optional::stream).toList();
                assertThat(winners).hasSize(1);
                winners.getFirst().assertHeld();
                winners.getFirst().close();
            }
        }
    }

    private Optional<HeldLease> tried(ObjectStore store, String run) {
        try {
            return Optional.of(leases(store).acquire(claim(run)));
        } catch (Lease.Refused late) {
            return Optional.empty();
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void clustersAreKeptApart(ObjectStore store) {
        Leases other = new Leases("bank", new ObjectLeaseStore(store, "bank", FileLeaseStore.open(machine, "bank")),
                new SystemClock());
        try (HeldLease ours = leases(store).acquire(claim("a")); HeldLease theirs = other.acquire(claim("b"))) {
            ours.assertHeld();
            theirs.assertHeld();
        }
    }

    /** Whoever can't see the store must not take the cluster for free, nor go on. */
    @Test
    void whereTheStoreCantBeSeenNothingMayBeDone() throws IOException {
        FaultProxy proxy = FaultProxy.before(bucket.port());
        String prefix = Files.createTempDirectory(folder, "s3").getFileName() + "/";
        ObjectStore faulty = bucket.store(bucket.plan(proxy.port(), prefix), LabBucket.IMPATIENCE);
        HeldLease lease = leases(faulty).acquire(claim("a"));
        lease.assertHeld();
        proxy.close();
        assertThatExceptionOfType(Failure.class).isThrownBy(lease::assertHeld);
        assertThatExceptionOfType(Failure.class).isThrownBy(() -> leases(faulty).acquire(claim("b")));
        assertThatExceptionOfType(Failure.class).isThrownBy(lease::close);
    }
}
