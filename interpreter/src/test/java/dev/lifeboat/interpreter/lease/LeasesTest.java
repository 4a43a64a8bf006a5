package dev.lifeboat.interpreter.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lifeboat.interpreter.StillClock;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.world.Lease;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who holds a cluster, on a real disk. */
class LeasesTest {
    private final StillClock clock = new StillClock();
    @TempDir
    private Path folder;
    private LeaseStore store;

    @BeforeEach
    void open() {
        store = FileLeaseStore.open(folder, "shop");
    }

    private Leases leases() {
        return leases(store);
    }

    private Leases leases(LeaseStore some) {
        return new Leases("shop", some, clock);
    }

    private static Claim claim(String run) {
        return new Claim(run, "of_" + run, "ops1", 4711, StillClock.START);
    }

    @Test
    void oneAtATimeWithAnEpochMoreEachTime() {
        for (int epoch = 1; epoch <= 3; epoch++) {
            try (HeldLease lease = leases().acquire(claim("a"))) {
                assertThat(lease.epoch()).isEqualTo(epoch);
                assertThat(lease.takeover()).isEmpty();
                assertThatExceptionOfType(Lease.Refused.class).isThrownBy(() -> leases().acquire(claim("b")));
                lease.assertHeld();
            }
        }
    }

    @Test
    void aRefusalSaysWhoHoldsItAndHowItIsTakenOver() throws IOException {
        HeldLease lease = leases().acquire(claim("a"));
        Files.writeString(folder.resolve("shop/0000000001.beat"), "{\"at\":\"2026-01-01T03:00:05.25Z\"}");
        Lease.Refused refused = catchThrowableOfType(Lease.Refused.class, () -> leases().acquire(claim("b")));

        assertThat(refused).hasMessage("Cluster `shop` is held by run `a` of of_a on ops1 (process 4711), since "
                + "2026-01-01T03:00:00Z, last heartbeat 2026-01-01T03:00:05Z.");
        assertThat(refused.hint()).isEqualTo("Ask of_a, or carry that run on in its place: `lifeboat takeover a "
                + "--reason \"why\"`; or take the cluster for this runbook: the same command with `--takeover a "
                + "--reason \"why\"`. Either ends what it has open on the servers, and refuses whatever it does next.");
        lease.close();
    }

    @Test
    void whoeverIsTakenOverIsRefusedFromThenOn() {
        HeldLease old = leases().acquire(claim("a"));
        HeldLease taken = leases().takeOver(claim("b"), "a", "a sleeps");

        assertThat(taken.epoch()).isEqualTo(2);
        assertThat(taken.takeover())
                .contains(new Lease.Takeover(new Lease.Holder(1, "a", "of_a", "ops1", 4711, StillClock.START),
                        "a sleeps"));
        taken.assertHeld();
        Lease.Lost lost = catchThrowableOfType(Lease.Lost.class, old::assertHeld);
        assertThat(lost).hasMessage("Taken over by of_b on ops1, as run `b`: a sleeps");
        old.close();
        taken.assertHeld();
        taken.close();
        assertThatExceptionOfType(Lease.Lost.class).isThrownBy(old::assertHeld);
        leases().acquire(claim("c")).close();
    }

    @Test
    void aTakeoverNamesTheRunThatItTakesFrom() {
        HeldLease old = leases().acquire(claim("a"));
        assertThatExceptionOfType(Lease.Refused.class).isThrownBy(() -> leases().takeOver(claim("b"), "c", ""))
                .withMessageContaining("by run `a`");
        old.assertHeld();
        old.close();
        HeldLease next = leases().takeOver(claim("b"), "a", "");
        assertThat(next.takeover()).as("it was free").isEmpty();
        next.close();
    }

    @Test
    void whereTheStoreIsGoneNothingMayBeDone() throws IOException {
        HeldLease lease = leases().acquire(claim("a"));
        Files.move(folder.resolve("shop"), folder.resolve("elsewhere"));
        assertThatExceptionOfType(Failure.class).isThrownBy(lease::assertHeld)
                .withMessageContaining("Nothing was changed.");
        assertThatExceptionOfType(Failure.class).isThrownBy(() -> FileLeaseStore.open(folder.resolve("none"), "shop"));
        Files.move(folder.resolve("elsewhere"), folder.resolve("shop"));
        lease.assertHeld();
        lease.close();
    }

    @Test
    void anIncidentFreezesWhatSharesAndLetsItGoOnAfterwards() {
        try (SharedLease backup = leases().share(claim("backup")); SharedLease other = leases().share(claim("look"))) {
            backup.assertHeld();
            other.assertHeld();
            try (HeldLease incident = leases().acquire(claim("a"))) {
                assertThat(incident.frozen()).containsExactly("backup", "look");
                assertThatExceptionOfType(Failure.class).isThrownBy(backup::assertHeld)
                        .withMessageContaining("Run `a` of of_a has frozen");
                assertThatExceptionOfType(Lease.Refused.class).isThrownBy(() -> leases().share(claim("late")));
            }
            assertThatCode(backup::assertHeld).doesNotThrowAnyException();
        }
        try (HeldLease incident = leases().acquire(claim("a"))) {
            assertThat(incident.frozen()).isEmpty();
        }
    }

    @Test
    void ofManyAtOnceExactlyOneWins() throws Exception {
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (int round = 0; round < 50; round++) {
                List<HeldLease> winners = winners(threads.invokeAll(
                        IntStream.range(0, 8).<Callable<Optional<HeldLease>>>mapToObj(i -> () -> tried("a" + i))
                                .toList()));
                assertThat(winners).hasSize(1);
                String run = winners.getFirst().holder().run();
                List<HeldLease> takers = winners(threads.invokeAll(
                        IntStream.range(0, 8).<Callable<Optional<HeldLease>>>mapToObj(i -> () -> taken("b" + i, run))
                                .toList()));
                assertThat(takers).hasSize(1);
                assertThatExceptionOfType(Lease.Lost.class).isThrownBy(winners.getFirst()::assertHeld);
                winners.getFirst().close();
                takers.getFirst().close();
            }
        }
    }

    private static List<HeldLease> winners(List<Future<Optional<HeldLease>>> tries) throws Exception {
        return tries.stream().map(Future::resultNow).flatMap(Optional::stream).toList();
    }

    private Optional<HeldLease> tried(String run) {
        try {
            return Optional.of(leases().acquire(claim(run)));
        } catch (Lease.Refused late) {
            return Optional.empty();
        }
    }

    private Optional<HeldLease> taken(String run, String from) {
        try {
            return Optional.of(leases().takeOver(claim(run), from, ""));
        } catch (Lease.Refused late) {
            return Optional.empty();
        }
    }

    /** What is there afterwards is held by the dead or free, and can be had either way; no epoch is given twice. */
    @Test
    void whoeverIsKilledAtAnyPointLeavesTheLeaseOrNone() {
        boolean killed = true;
        for (int accesses = 0; killed; accesses++) {
            killed = isKilled(new MortalStore(store, accesses), "dead" + accesses, "");
            String seen = seenFrom("next" + accesses);
            assertThat(seen).as("killed at access %d", accesses).isIn("free", "dead" + accesses);
            assertThat(seen.equals("free") || hasEntered(seen)).as("that it died can be seen").isTrue();
        }
    }

    private boolean hasEntered(String run) {
        return store.exists(Shelf.lives(claim(run)));
    }

    @Test
    void whoeverIsKilledAtAnyPointOfATakeoverHasTakenItOrNot() {
        boolean killed = true;
        for (int accesses = 0; killed; accesses++) {
            HeldLease old = leases().acquire(claim("old" + accesses));
            killed = isKilled(new MortalStore(store, accesses), "dead" + accesses, "old" + accesses);
            boolean lost = !isHeld(old);
            assertThat(seenFrom("next" + accesses)).as("killed at access %d", accesses)
                    .isIn(lost ? List.of("dead" + accesses, "free") : List.of("old" + accesses));
            assertThat(isHeld(old)).isFalse();
            old.close();
        }
    }

    /** @param from the run to take it from; empty to take it where it is free */
    private boolean isKilled(LeaseStore mortal, String run, String from) {
        try {
            HeldLease lease = from.isEmpty()
                    ? leases(mortal).acquire(claim(run))
                    : leases(mortal).takeOver(claim(run), from, "");
            lease.assertHeld();
            lease.ends("DONE");
            lease.close();
            return false;
        } catch (MortalStore.Killed dead) {
            return true;
        }
    }

    private static boolean isHeld(HeldLease lease) {
        try {
            lease.assertHeld();
            return true;
        } catch (Lease.Lost lost) {
            return false;
        }
    }

    /** Who holds it, as it is found by somebody who then takes it and gives it back. */
    private String seenFrom(String run) {
        try {
            leases().acquire(claim(run)).close();
            return "free";
        } catch (Lease.Refused held) {
            String holder = held.getMessage().replaceFirst("(?s).*by run `(.*?)`.*", "$1");
            try (HeldLease taken = leases().takeOver(claim(run), holder, "it is dead")) {
                taken.assertHeld();
            }
            return holder;
        }
    }

    /** A crash of the machine may leave half a draft of any length; none of them counts. */
    @Test
    void halfWrittenTextsAreNoClaims() throws IOException {
        String whole = LeaseText.of(claim("a"));
        for (int length = 0; length <= whole.length(); length++) {
            Files.writeString(folder.resolve("shop/" + length + ".draft"), whole.substring(0, length));
        }
        try (HeldLease lease = leases().acquire(claim("b"))) {
            assertThat(lease.epoch()).isEqualTo(1);
        }
    }

    @Test
    void aClaimThatNobodyCanReadHoldsUntilItIsTakenOver() throws IOException {
        String whole = LeaseText.of(claim("a"));
        for (int length = 0; length < whole.length(); length++) {
            long epoch = 2L * length + 1;
            Files.writeString(folder.resolve("shop").resolve("%010d.claim".formatted(epoch)),
                    whole.substring(0, length));
            assertThatExceptionOfType(Lease.Refused.class).isThrownBy(() -> leases().acquire(claim("b")))
                    .withMessageContaining("run `epoch-" + epoch + "`");
            try (HeldLease taken = leases().takeOver(claim("b"), "epoch-" + epoch, "")) {
                assertThat(taken.epoch()).isEqualTo(epoch + 1);
            }
        }
    }

    @Test
    void aBeatThatNobodyCanReadIsNone() throws IOException {
        HeldLease lease = leases().acquire(claim("a"));
        Files.writeString(folder.resolve("shop/0000000001.beat"), "{\"at\":\"2026-");
        assertThatExceptionOfType(Lease.Refused.class).isThrownBy(() -> leases().acquire(claim("b")))
                .withMessageContaining("no heartbeat yet");
        lease.close();
    }
}
