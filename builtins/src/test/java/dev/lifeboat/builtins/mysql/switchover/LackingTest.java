package dev.lifeboat.builtins.mysql.switchover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeboat.builtins.fakes.FakeEstate;
import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.MySqlServer.ReadOnly;
import dev.lifeboat.interpreter.value.Value;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** db1, the old primary, has 100 transactions, of which the 90th was a mistake; db2 is to lead without it. */
class LackingTest {
    private final FakeEstate estate = new FakeEstate();
    private final GtidSet mistake = GtidSet.of(estate.db1.uuid, 90);

    @BeforeEach
    void fenced() {
        estate.db1.readOnly = ReadOnly.FENCED;
        estate.db2.executed = GtidSet.of(estate.db1.uuid, 1, 89).union(GtidSet.of(estate.db1.uuid, 91, 100));
    }

    private GtidSet lacking(GtidSet without) {
        return new MySqlTopology(estate.inventory()).lacking(estate.call, estate.db2, estate.db1,
                Optional.of(without));
    }

    @Test
    void whoLacksNothingButTheMistakeLosesNothing() {
        assertThat(lacking(mistake)).isEqualTo(GtidSet.EMPTY);
        assertThat(estate.call.facts).containsEntry("loss", new Value.Span(Duration.ZERO));
        assertThat(estate.call.done).containsExactly("db2: has all that db1 has but " + mistake);
    }

    @Test
    void whatElseIsMissingIsNamedAndNobodySaysThatNothingIsLost() {
        estate.db1.has("db1", 103);

        assertThat(lacking(mistake)).isEqualTo(GtidSet.of(estate.db1.uuid, 101, 103));
        assertThat(estate.call.facts).doesNotContainKey("loss");
        assertThat(estate.call.done).singleElement().asString()
                .startsWith("db2: lacks 3 transactions that db1 has: ");
    }

    @Test
    void aReplicaThatPassedTheMistakeOverHasItInName() {
        estate.db2.executed = GtidSet.of(estate.db1.uuid, 1, 100);

        assertThat(lacking(mistake)).isEqualTo(GtidSet.EMPTY);
    }

    @Test
    void asLongAsTheOldPrimaryTakesWritesNobodyKnows() {
        estate.db1.readOnly = ReadOnly.WRITABLE;

        assertThatThrownBy(() -> lacking(mistake)).hasMessageContaining("takes writes, and has more with each");
        assertThat(estate.call.facts).doesNotContainKey("loss");
    }
}
