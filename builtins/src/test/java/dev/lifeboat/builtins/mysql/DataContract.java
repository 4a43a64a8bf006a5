package dev.lifeboat.builtins.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.builtins.mysql.MySqlServer.Checksums;
import dev.lifeboat.builtins.mysql.MySqlServer.Heartbeat;
import dev.lifeboat.builtins.mysql.MySqlServer.ReadOnly;
import dev.lifeboat.builtins.mysql.MySqlServer.ServerState;
import dev.lifeboat.builtins.mysql.MySqlServer.Session;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What a server has, what Lifeboat writes there, and who else is connected. */
interface DataContract extends OnServers {
    int REFUSED = 1290;

    @Test
    default void theStateOfAServerThatIsWell() {
        ServerState state = db1().state();

        assertThat(state.identity().uuid()).isEqualTo(state.identity().uuid().toLowerCase()).hasSize(36);
        assertThat(state.executed().sources()).containsExactly(state.identity().uuid());
        assertThat(state.executed().contains(state.purged())).isTrue();
        assertThat(state.gtidMode() && state.logBin() && state.logReplicaUpdates()).isTrue();
        assertThat(state.eventScheduler()).isTrue();
        assertThat(state.offlineMode() || state.groupReplication() || state.filters() || state.skipReplicaStart())
                .isFalse();
        assertThat(state.semiSyncClients()).isZero();
        assertThat(state.semiSyncWaiting()).isFalse();
        assertThat(Duration.between(state.clock(), given().clock().now()).abs()).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    default void automaticPurgingIsSwitched() {
        assertThat(db1().state().autoPurge()).isTrue();
        db1().setAutoPurge(false);
        assertThat(db1().state().autoPurge()).isFalse();
        db1().setAutoPurge(true);
        assertThat(db1().state().autoPurge()).isTrue();
    }

    @Test
    default void anOrderIsATransactionOfThePrimary() {
        GtidSet order = ordered();

        assertThat(order.sources()).containsExactly(db1().state().identity().uuid());
        assertThat(order.isEmpty()).isFalse();
    }

    @Test
    default void theCanaryHasAGtidThatReplicasGet() {
        GtidSet canary = db1().writeCanary("promoted, it's said");

        assertThat(canary.count()).isEqualTo(1);
        assertThat(canary.sources()).containsExactly(db1().state().identity().uuid());
        assertThat(db1().state().executed().contains(canary)).isTrue();
        assertThat(db2().waitForExecuted(canary, SOON)).isTrue();
    }

    @Test
    default void aReadOnlyServerTakesNoCanary() {
        GtidSet before = db2().state().executed();
        OnServers.assertRefused(REFUSED, () -> db2().writeCanary("refused"));
        assertThat(db2().state().executed().subtract(before).from(db2().state().identity().uuid()).isEmpty()).isTrue();
    }

    @Test
    default void theHeartbeatIsFreshAndReplicated() {
        Heartbeat first = db1().heartbeat().orElseThrow();
        assertThat(first.server()).isEqualTo(db1().state().identity().uuid());

        eventually("it beats", () -> written(db1()).isAfter(first.written()));
        eventually("the replica hears it", () -> written(db2()).isAfter(first.written()));
        assertThat(db2().heartbeat().orElseThrow().server()).isEqualTo(first.server());
        assertThat(Duration.between(written(db1()), db1().state().clock())).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    default void aNewPrimaryBeatsOnceItIsTold() {
        db1().setReadOnly(ReadOnly.FENCED);
        detach(db2());
        db2().setReadOnly(ReadOnly.WRITABLE);
        db2().startHeartbeat();
        db2().startHeartbeat();

        String uuid = db2().state().identity().uuid();
        eventually("it beats", () -> db2().heartbeat().filter(beat -> beat.server().equals(uuid)).isPresent());
    }

    @Test
    default void aReadOnlyServerIsNotToldToBeat() {
        OnServers.assertRefused(REFUSED, () -> db2().startHeartbeat());
    }

    @Test
    default void onlyWhatOthersWroteAreClientWrites() {
        GtidSet before = db1().state().executed();
        db1().writeCanary("own");
        db1().probeWrite(Duration.ofSeconds(5));
        GtidSet own = db1().state().executed().subtract(before);
        assertThat(db1().clientWrites(own).isEmpty()).isTrue();

        assertThat(given().order("db1")).isZero();
        GtidSet all = db1().state().executed().subtract(before);
        assertThat(db1().clientWrites(all).count()).isEqualTo(1);
        assertThat(own.contains(db1().clientWrites(all))).isFalse();
        assertThat(db1().clientWrites(GtidSet.EMPTY).isEmpty()).isTrue();
    }

    @Test
    default void theHeartbeatOfANewPrimaryIsNoClientWrite() {
        db1().setReadOnly(ReadOnly.FENCED);
        detach(db2());
        db2().setReadOnly(ReadOnly.WRITABLE);
        GtidSet before = db2().state().executed();
        db2().startHeartbeat();

        eventually("it has written", () -> db2().state().executed().subtract(before).count() > 1);
        assertThat(db2().clientWrites(db2().state().executed().subtract(before)).isEmpty()).isTrue();
    }

    @Test
    default void whatIsPurgedMayHaveBeenAClientsWrite() {
        GtidSet canary = db1().writeCanary("own");
        given().purge("db1");

        assertThat(db1().clientWrites(canary)).isEqualTo(canary);
        assertThat(db1().clientWrites(db1().writeCanary("own")).isEmpty()).isTrue();
    }

    @Test
    default void equalDataHaveEqualChecksums() {
        GtidSet order = ordered();
        assertThat(db2().waitForExecuted(order, SOON)).isTrue();

        Checksums here = db1().checksums();
        assertThat(here.at().contains(order)).isTrue();
        assertThat(here.tables()).hasSize(1);
        assertThat(here.tables().getFirst().table()).isEqualTo("shop.orders");
        assertThat(here.tables().getFirst().rows()).isPositive();
        assertThat(db2().checksums().tables()).isEqualTo(here.tables());
    }

    @Test
    default void oneRowThatDiffersIsSeenAlthoughTheGtidSetsDoNotDiffer() {
        given().spoil("db3");

        assertThat(db3().checksums().tables()).isNotEqualTo(db1().checksums().tables());
        assertThat(db3().checksums().tables().getFirst().rows())
                .isEqualTo(db1().checksums().tables().getFirst().rows());
        assertThat(db3().waitForExecuted(db1().state().executed(), SOON)).isTrue();
    }

    @Test
    default void aRowMoreIsSeen() {
        Checksums before = db1().checksums();
        ordered();

        assertThat(db1().checksums().tables().getFirst().rows()).isEqualTo(before.tables().getFirst().rows() + 1);
        assertThat(db1().checksums().at().contains(before.at())).isTrue();
    }

    @Test
    default void onlySessionsOfOthersAreListedAndEnded() {
        assertThat(db1().sessions()).isEmpty();
        assertThat(db1().killSessions().count()).isZero();
        given().openSession("db1");
        given().openSession("db1");

        assertThat(db1().sessions()).hasSize(2).extracting(Session::inTransaction).containsOnly(false);
        assertThat(db1().sessions()).extracting(Session::user).doesNotContain("").containsOnly(user());
        assertThat(db1().killSessions().count()).isEqualTo(2);
        eventually("they are gone", () -> db1().sessions().isEmpty());
        assertThat(channel(db2()).receiving()).isTrue();
    }

    private String user() {
        return db1().sessions().getFirst().user();
    }

    private static Instant written(MySqlServer server) {
        return server.heartbeat().orElseThrow().written();
    }

    private static void detach(MySqlServer replica) {
        replica.stopReceiver();
        replica.stopApplier();
        replica.resetReplicaAll();
    }
}
