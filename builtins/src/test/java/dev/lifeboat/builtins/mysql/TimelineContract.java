package dev.lifeboat.builtins.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.builtins.mysql.ServerTimeline.Canary;
import dev.lifeboat.builtins.mysql.ServerTimeline.Epoch;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a server's own tables say of its history, and whether it runs its events. */
interface TimelineContract extends OnServers {
    int TWICE = 1062;
    int READ_ONLY = 1290;

    @Test
    default void aPreparedServerHasATimelineThatReplicasGet() {
        assertThat(db1().timeline().prepared()).isTrue();
        long next = db1().timeline().next();
        GtidSet before = db1().state().executed();
        db1().beginEpoch(next, "restored, it's said");

        Epoch epoch = db1().timeline().epochs().getLast();
        assertThat(epoch.number()).isEqualTo(next);
        assertThat(epoch.server()).isEqualTo(db1().state().identity().uuid());
        assertThat(epoch.reason()).isEqualTo("restored, it's said");
        assertThat(epoch.before().contains(before)).isTrue();
        assertThat(db1().state().executed().contains(epoch.before())).isTrue();
        assertThat(Duration.between(epoch.began(), db1().state().clock()).abs()).isLessThan(Duration.ofSeconds(5));
        assertThat(db2().waitForExecuted(db1().state().executed(), SOON)).isTrue();
        assertThat(db2().timeline().epochs().getLast()).isEqualTo(epoch);
        forgetAll();
    }

    @Test
    default void anEpochIsBegunOnceAndEachWithAnIdOfItsOwn() {
        db1().beginEpoch(91, "first");
        OnServers.assertRefused(TWICE, () -> db1().beginEpoch(91, "second"));
        db1().beginEpoch(92, "first");

        assertThat(db1().timeline().epochs()).extracting(Epoch::id).doesNotHaveDuplicates().hasSize(2);
        forgetAll();
    }

    @Test
    default void aReadOnlyServerBeginsNoEpoch() {
        OnServers.assertRefused(READ_ONLY, () -> db2().beginEpoch(1, "refused"));
    }

    @Test
    default void anEpochIsForgottenByItsId() {
        db1().beginEpoch(93, "taken back");
        String id = db1().timeline().epochs().getLast().id();
        db1().forgetEpoch("another");
        assertThat(db1().timeline().epochs()).isNotEmpty();
        db1().forgetEpoch(id);
        assertThat(db1().timeline().epochs()).isEmpty();
        db1().forgetEpoch(id);
    }

    @Test
    default void epochsAreNoClientWrites() {
        GtidSet before = db1().state().executed();
        db1().beginEpoch(94, "own");
        assertThat(db1().clientWrites(db1().state().executed().subtract(before)).isEmpty()).isTrue();
        forgetAll();
    }

    @Test
    default void canariesAreReadBackTheNewestFirst() {
        db1().writeCanary("the first, it's said");
        db1().writeCanary("the second");

        assertThat(db1().canaries()).extracting(Canary::note).startsWith("the second", "the first, it's said");
        Canary newest = db1().canaries().getFirst();
        assertThat(newest.server()).isEqualTo(db1().state().identity().uuid());
        assertThat(Duration.between(newest.written(), db1().state().clock()).abs()).isLessThan(Duration.ofSeconds(5));
    }

    /** The heartbeat is an event. */
    @Test
    default void aServerWhoseSchedulerIsOffRunsNoEvents() {
        db1().setEventScheduler(false);
        assertThat(db1().state().eventScheduler()).isFalse();
        given().clock().sleep(Duration.ofMillis(200));
        GtidSet still = db1().state().executed();
        given().clock().sleep(Duration.ofMillis(2_500));
        assertThat(db1().state().executed()).isEqualTo(still);

        db1().setEventScheduler(true);
        assertThat(db1().state().eventScheduler()).isTrue();
        eventually("it beats", () -> !db1().state().executed().equals(still));
    }

    private void forgetAll() {
        db1().timeline().epochs().forEach(epoch -> db1().forgetEpoch(epoch.id()));
    }
}
