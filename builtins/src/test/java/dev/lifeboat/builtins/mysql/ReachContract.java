package dev.lifeboat.builtins.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.builtins.mysql.MySqlServer.Answer;
import dev.lifeboat.builtins.mysql.MySqlServer.Reach;
import dev.lifeboat.builtins.mysql.MySqlServer.ReadOnly;
import dev.lifeboat.interpreter.builtin.Failure;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How a server answers, or does not. */
interface ReachContract extends OnServers {
    Duration LIMIT = Duration.ofSeconds(2);

    @Test
    default void aServerThatIsWellAnswersWithItsIdentity() {
        Reach reach = db1().reach(LIMIT);

        assertThat(reach.answer()).isEqualTo(Answer.ANSWERED);
        assertThat(reach.error()).isZero();
        assertThat(reach.took()).isLessThan(LIMIT);
        assertThat(reach.identity()).contains(db1().state().identity());
        assertThat(db1().answer(LIMIT).identity()).isEqualTo(reach.identity());
        assertThat(db2().reach(LIMIT).identity()).isNotEqualTo(reach.identity());
    }

    @Test
    default void theAdministrativePortIsAWayOfItsOwn() {
        assertThat(db1().reachAdmin(LIMIT).identity()).isEqualTo(db1().reach(LIMIT).identity());
        assertThat(db2().reachAdmin(LIMIT).answer()).isEqualTo(Answer.NOT_CONFIGURED);
    }

    @Test
    default void aKilledServerRefusesAtOnce() {
        given().kill("db1");

        Reach reach = db1().reach(LIMIT);
        assertThat(reach.answer()).isEqualTo(Answer.REFUSED);
        assertThat(reach.identity()).isEmpty();
        assertThat(reach.took()).isLessThan(LIMIT);
        assertThat(db1().reachAdmin(LIMIT).answer()).isEqualTo(Answer.REFUSED);
        assertThat(db1().answer(LIMIT).answer()).isEqualTo(Answer.REFUSED);
    }

    @Test
    default void aFrozenServerIsSilentUntilTheLimit() {
        given().freeze("db1");

        Reach reach = db1().reach(LIMIT);
        assertThat(reach.answer()).isEqualTo(Answer.SILENT);
        assertThat(reach.took()).isBetween(LIMIT.minusMillis(100), LIMIT.plusSeconds(2));
        assertThat(db1().answer(LIMIT).answer()).isEqualTo(Answer.SILENT);
        assertThat(db1().probeWrite(LIMIT)).matches(probe -> probe.hung() && !probe.committed());

        given().thaw("db1");
        assertThat(db1().reach(LIMIT).answered()).isTrue();
    }

    @Test
    default void whereThePacketsVanishThereIsNoRoute() {
        given().cut();

        Reach reach = db3().reach(LIMIT);
        assertThat(reach.answer()).isEqualTo(Answer.NO_ROUTE);
        assertThat(reach.took()).isBetween(LIMIT.minusMillis(100), LIMIT.plusSeconds(2));
        assertThat(channel(db2()).receiving()).isTrue();

        given().heal();
        assertThat(db3().reach(LIMIT).answered()).isTrue();
    }

    @Test
    default void whatIsAskedOfAServerThatCannotBeReachedFailsAndChangesNothing() {
        given().kill("db1");

        Failure failure = OnServers.failure(() -> db1().state());
        assertThat(failure).hasMessageContaining("`db1`").hasMessageContaining("can't be reached");
        Failure change = OnServers.failure(() -> db1().setReadOnly(ReadOnly.FENCED));
        assertThat(change.outcome()).isEqualTo(Failure.Outcome.NOT_DONE);
        assertThat(db1().probeWrite(LIMIT)).matches(probe -> !probe.committed() && !probe.hung());
    }

    @Test
    default void whatIsAskedOfAFrozenServerEnds() {
        given().freeze("db2");

        assertThat(took(() -> OnServers.failure(() -> db2().state()))).isLessThan(Duration.ofSeconds(8));
    }

    @Test
    default void aWaitIsCappedByTheTimeThatTheStepStillHas() {
        given().freeze("db2");

        assertThat(took(() -> given().clock().shielded(LIMIT, () -> db2().reach(Duration.ofMinutes(1)))))
                .isLessThan(LIMIT.plusSeconds(2));
    }
}
