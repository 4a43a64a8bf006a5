package dev.lifeboat.builtins.mysql.replication;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.builtins.fakes.FakeEstate;
import dev.lifeboat.builtins.mysql.MySqlServer.Answer;
import dev.lifeboat.builtins.mysql.switchover.MySqlTopology;
import org.junit.jupiter.api.Test;

class PurgeFreezeTest {
    private final FakeEstate estate = new FakeEstate();
    private final MySqlTopology words = new MySqlTopology(estate.inventory());

    @Test
    void whatIsFrozenIsReleasedAndNothingElse() {
        estate.db3.autoPurge = false;
        words.freezePurges(estate.call, estate.cluster());
        words.freezePurges(estate.call, estate.cluster());

        assertThat(estate.db1.autoPurge || estate.db2.autoPurge).isFalse();
        assertThat(estate.call.inverses).containsExactly("mysql.restore_auto_purge[true]",
                "mysql.restore_auto_purge[true]");

        words.releasePurges(estate.call, estate.cluster());
        assertThat(estate.db1.autoPurge && estate.db2.autoPurge).isTrue();
        assertThat(estate.db3.autoPurge).as("it was off before").isFalse();
    }

    @Test
    void aServerThatDoesNotAnswerIsLeftOut() {
        estate.db1.answer = Answer.REFUSED;
        words.freezePurges(estate.call, estate.cluster());
        words.releasePurges(estate.call, estate.cluster());

        assertThat(estate.db1.calls).isEmpty();
        assertThat(estate.call.done).anyMatch(what -> what.startsWith("db1: left out"));
        assertThat(estate.db2.autoPurge).isTrue();
    }

    @Test
    void aServerThatIsGoneAtTheEndIsTold() {
        words.freezePurges(estate.call, estate.cluster());
        estate.db2.answer = Answer.REFUSED;
        words.releasePurges(estate.call, estate.cluster());

        assertThat(estate.call.done)
                .anyMatch(what -> what.startsWith("db2: purges its binary logs again when it is restarted"));
    }
}
