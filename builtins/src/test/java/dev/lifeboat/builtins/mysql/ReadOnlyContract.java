package dev.lifeboat.builtins.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.builtins.mysql.MySqlServer.ReadOnly;
import dev.lifeboat.builtins.mysql.MySqlServer.WriteProbe;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who can write, now and after a restart. */
interface ReadOnlyContract extends OnServers {
    int REFUSED = 1290;
    Duration TO_WRITE = Duration.ofSeconds(5);

    @Test
    default void aPrimaryTakesWritesAndAReplicaDoesNot() {
        assertThat(db1().state().readOnly()).isEqualTo(ReadOnly.WRITABLE);
        assertThat(db1().probeWrite(TO_WRITE).committed()).isTrue();
        assertThat(given().order("db1")).isZero();

        assertThat(db2().state().readOnly().writable()).isFalse();
        assertThat(given().order("db2")).isEqualTo(REFUSED);
    }

    @Test
    default void underSuperReadOnlyNobodyWrites() {
        db1().setReadOnly(ReadOnly.FENCED);

        assertThat(db1().state().readOnly()).isEqualTo(ReadOnly.FENCED);
        assertThat(given().order("db1")).isEqualTo(REFUSED);
        WriteProbe probe = db1().probeWrite(TO_WRITE);
        assertThat(probe.error()).isEqualTo(REFUSED);
        assertThat(probe.committed() || probe.hung()).isFalse();
    }

    /** The account of Lifeboat holds CONNECTION_ADMIN, which {@code read_only} does not stop. */
    @Test
    default void readOnlyAloneStopsOnlyThoseWithoutPrivileges() {
        db1().setReadOnly(new ReadOnly(true, false, Optional.empty(), Optional.empty()));

        assertThat(given().order("db1")).isEqualTo(REFUSED);
        assertThat(db1().probeWrite(TO_WRITE).committed()).isTrue();
    }

    @Test
    default void isAsItWasSetAgainAndAgain() {
        for (ReadOnly wanted : new ReadOnly[]{ReadOnly.FENCED,
                new ReadOnly(true, false, Optional.of(true), Optional.of(false)), ReadOnly.FENCED,
                new ReadOnly(false, false, Optional.of(false), Optional.empty()), ReadOnly.WRITABLE,
                new ReadOnly(true, true, Optional.empty(), Optional.empty()), ReadOnly.WRITABLE}) {
            db1().setReadOnly(wanted);
            db1().setReadOnly(wanted);
            assertThat(db1().state().readOnly()).isEqualTo(wanted);
        }
        assertThat(given().order("db1")).isZero();
    }

    @Test
    default void aPersistedFenceSurvivesARestart() {
        db1().setReadOnly(ReadOnly.FENCED);
        restart("db1");

        assertThat(db1().state().readOnly()).isEqualTo(ReadOnly.FENCED);
        assertThat(given().order("db1")).isEqualTo(REFUSED);
    }

    @Test
    default void aFenceThatIsNotPersistedDoesNot() {
        db1().setReadOnly(new ReadOnly(true, true, Optional.empty(), Optional.empty()));
        restart("db1");

        assertThat(db1().state().readOnly()).isEqualTo(ReadOnly.WRITABLE);
        assertThat(given().order("db1")).isZero();
    }

    /** Tried on 9.7.4: it says {@code super_read_only=ON} and takes every write. */
    @Test
    default void aPersistedReadOnlyOffOpensAServerThatSaysSuperReadOnly() {
        db2().setReadOnly(new ReadOnly(true, true, Optional.of(false), Optional.empty()));
        assertThat(db2().state().readOnly().bootsWritable()).isTrue();
        restart("db2");

        ReadOnly found = db2().state().readOnly();
        assertThat(found.superReadOnly()).isTrue();
        assertThat(found.writable()).isTrue();
        assertThat(given().order("db2")).isZero();
        db2().setReadOnly(ReadOnly.FENCED);
        assertThat(db2().state().readOnly()).isEqualTo(ReadOnly.FENCED);
        assertThat(given().order("db2")).isEqualTo(REFUSED);
    }

    @Test
    default void whereNothingIsPersistedTheOptionFileRulesTheNextStart() {
        db2().setReadOnly(ReadOnly.WRITABLE);
        assertThat(given().order("db2")).isZero();
        restart("db2");

        assertThat(db2().state().readOnly()).isEqualTo(new ReadOnly(true, true, Optional.empty(), Optional.empty()));
    }

    /** Tried on 9.7.4: replicas are clients without CONNECTION_ADMIN too. */
    @Test
    default void offlineModeSendsTheApplicationAndTheReplicasAwayAndNotLifeboat() {
        given().openSession("db1");
        db1().setOfflineMode(true, false);

        assertThat(db1().state().offlineMode()).isTrue();
        assertThat(db1().sessions()).isEmpty();
        assertThat(given().order("db1")).isEqualTo(3032);
        eventually("the replica is sent away", () -> channel(db2()).receiverError() == 3032);
        assertThat(channel(db2()).receiver()).isEqualTo(MySqlServer.ThreadState.CONNECTING);

        db1().setOfflineMode(false, false);
        assertThat(given().order("db1")).isZero();
        eventually("the replica is back", () -> channel(db2()).receiving());
    }

    @Test
    default void offlineModeSurvivesARestartWhereItIsPersisted() {
        db1().setOfflineMode(true, true);
        restart("db1");
        assertThat(db1().state().offlineMode()).isTrue();

        db1().setOfflineMode(false, false);
        restart("db1");
        assertThat(db1().state().offlineMode()).isTrue();
    }

    default void restart(String server) {
        given().kill(server);
        given().start(server);
    }
}
