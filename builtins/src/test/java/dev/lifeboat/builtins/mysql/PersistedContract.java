package dev.lifeboat.builtins.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.builtins.mysql.MySqlServer.FreeSql;
import dev.lifeboat.builtins.mysql.MySqlServer.ReadOnly;
import dev.lifeboat.builtins.mysql.MySqlServer.ThreadState;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a server is after a restart, by its option file and by what is persisted. All of it was tried on 9.7.4 and 8.0.31. */
interface PersistedContract extends OnServers {
    int REFUSED = 1290;

    /** {@code db2}'s option file says {@code super_read_only=ON}. */
    @ParameterizedTest
    @CsvSource({"-, -, true, true", "-, ON, true, true", "-, OFF, true, false", "ON, -, true, true",
            "ON, ON, true, true", "ON, OFF, true, false", "OFF, -, false, true", "OFF, ON, false, false",
            "OFF, OFF, false, false"})
    default void whatIsPersistedBeatsTheOptionFile(String readOnly, String superReadOnly, boolean isReadOnly,
            boolean isSuperReadOnly) {
        db2().setReadOnly(new ReadOnly(true, true, persisted(readOnly), persisted(superReadOnly)));
        given().kill("db2");
        given().start("db2");

        ReadOnly found = db2().state().readOnly();
        assertThat(found).isEqualTo(
                new ReadOnly(isReadOnly, isSuperReadOnly, persisted(readOnly), persisted(superReadOnly)));
        assertThat(given().order("db2")).isEqualTo(isReadOnly ? REFUSED : 0);
    }

    /** Nothing of it stands in {@code db1}'s option file. */
    @ParameterizedTest
    @CsvSource({"-, ON, true, true", "ON, -, true, false", "OFF, ON, false, false"})
    default void whereTheOptionFileSaysNothingOnlyWhatIsPersistedCounts(String readOnly, String superReadOnly,
            boolean isReadOnly, boolean isSuperReadOnly) {
        db1().setReadOnly(new ReadOnly(true, true, persisted(readOnly), persisted(superReadOnly)));
        given().kill("db1");
        given().start("db1");

        assertThat(db1().state().readOnly()).isEqualTo(
                new ReadOnly(isReadOnly, isSuperReadOnly, persisted(readOnly), persisted(superReadOnly)));
        assertThat(given().order("db1")).isEqualTo(isReadOnly ? REFUSED : 0);
    }

    private static Optional<Boolean> persisted(String value) {
        return value.equals("-") ? Optional.empty() : Optional.of(value.equals("ON"));
    }

    @Test
    default void superReadOnlyOffLeavesReadOnlyOn() {
        db1().setReadOnly(ReadOnly.FENCED);
        execute(db1(), "SET GLOBAL super_read_only = OFF");

        assertThat(db1().state().readOnly()).matches(found -> found.readOnly() && !found.superReadOnly());
        assertThat(given().order("db1")).isEqualTo(REFUSED);
    }

    /** The trap of a promotion by hand: the next start is read-only again, and the application is refused. */
    @Test
    default void whoOpensAPersistedFenceAtRunTimeOnlyFindsItClosedAfterARestart() {
        db1().setReadOnly(ReadOnly.FENCED);
        execute(db1(), "SET GLOBAL read_only = OFF");
        assertThat(given().order("db1")).isZero();
        given().kill("db1");
        given().start("db1");

        assertThat(given().order("db1")).isEqualTo(REFUSED);
    }

    @Test
    default void whoOpensItAndTakesBackWhatIsPersistedDoesNot() {
        db1().setReadOnly(ReadOnly.FENCED);
        db1().setReadOnly(ReadOnly.WRITABLE);
        given().kill("db1");
        given().start("db1");

        assertThat(db1().state().readOnly()).isEqualTo(ReadOnly.WRITABLE);
        assertThat(given().order("db1")).isZero();
    }

    /** Another trap: promoted by stopping its replication alone, it goes on following the old primary. */
    @Test
    default void replicationThatWasOnlyStoppedGoesOnAfterARestart() {
        db2().stopReceiver();
        db2().stopApplier();
        given().kill("db2");
        given().start("db2");

        eventually("it receives", () -> channel(db2()).receiving());
        assertThat(channel(db2()).applier()).isEqualTo(ThreadState.ON);
    }

    @Test
    default void whatWasCommittedSurvivesAKill() {
        GtidSet order = ordered();
        given().kill("db1");
        given().start("db1");

        assertThat(db1().state().executed().contains(order)).isTrue();
        assertThat(db2().waitForExecuted(order, SOON)).isTrue();
        assertThat(db2().checksums().tables()).isEqualTo(db1().checksums().tables());
    }

    @Test
    default void purgingByAgeIsOnAgainAfterARestart() {
        db1().setAutoPurge(false);
        given().kill("db1");
        given().start("db1");

        assertThat(db1().state().autoPurge()).isTrue();
    }

    /** {@code relay_log_recovery} trusts that the source has it all still. */
    @Test
    default void aRestartWithRelayLogRecoveryLosesWhatWasNotApplied() {
        given().recoverRelayLogAtStart("db2");
        db2().stopApplier();
        GtidSet order = ordered();
        eventually("it is received", () -> channel(db2()).received().contains(order));
        given().kill("db1");
        given().kill("db2");
        given().start("db2");

        assertThat(channel(db2()).received().isEmpty()).isTrue();
        assertThat(db2().state().executed().contains(order)).isFalse();
    }

    @Test
    default void aRestartWithRelayLogRecoveryFetchesItAgainFromALivingSource() {
        given().recoverRelayLogAtStart("db2");
        db2().stopApplier();
        GtidSet order = ordered();
        eventually("it is received", () -> channel(db2()).received().contains(order));
        given().kill("db2");
        given().start("db2");

        assertThat(db2().waitForExecuted(order, SOON)).isTrue();
    }

    private static void execute(MySqlServer server, String sql) {
        server.execute(new FreeSql(sql, List.of()));
    }
}
