package dev.lifeboat.builtins.mysql.survey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.builtins.fakes.FakeEstate;
import dev.lifeboat.builtins.fakes.FakeMySqlServer;
import dev.lifeboat.builtins.inventory.Inventory.Promote;
import dev.lifeboat.builtins.mysql.MySqlServer.Answer;
import dev.lifeboat.builtins.mysql.MySqlServer.Heartbeat;
import dev.lifeboat.builtins.mysql.failover.Election;
import dev.lifeboat.builtins.mysql.failover.MySqlObservations;
import dev.lifeboat.interpreter.value.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LossEstimateTest {
    private static final Instant GONE = FakeMySqlServer.START;
    private final FakeEstate estate = new FakeEstate();

    @BeforeEach
    void thePrimaryIsGone() {
        estate.db1.answer = Answer.REFUSED;
        estate.call.facts.put("gone_by", new Value.Timestamp(GONE));
        estate.call.time = GONE.plusSeconds(60);
        estate.db3.answer = Answer.NO_ROUTE;
    }

    private static Heartbeat heartbeat(String server, long secondsBefore) {
        return new Heartbeat(GONE.minusSeconds(secondsBefore), FakeMySqlServer.uuidOf(server));
    }

    private Election elect() {
        return new MySqlObservations(estate.inventory()).elect(estate.call, estate.cluster(), Optional.empty(),
                Optional.empty());
    }

    @Test
    void isTheAgeOfTheNewestHeartbeatWhenThePrimaryWentAndASecondForTheClocks() {
        estate.db2.heartbeat = Optional.of(heartbeat("db1", 4));

        Election election = elect();

        assertThat(election.loss()).isEqualTo(Duration.ofSeconds(5));
        assertThat(election.lossBasis()).isEqualTo("the newest heartbeat that `db2` has is 4s older than the moment by "
                + "which the primary was gone; 1s more as clocks may differ");
        assertThat(estate.call.facts).containsEntry("loss", new Value.Span(Duration.ofSeconds(5)));
    }

    @Test
    void aNewerCommitIsBetterThanAHeartbeat() {
        estate.db2.heartbeat = Optional.of(heartbeat("db1", 4));
        estate.db2.channel.orElseThrow().lastQueued = Optional.of(GONE.minusMillis(1500));

        assertThat(elect().loss()).isEqualTo(Duration.ofMillis(2500));
    }

    @Test
    void aHeartbeatOfAnotherServerSaysNothing() {
        estate.db2.heartbeat = Optional.of(heartbeat("db2", 0));
        estate.db2.channel.orElseThrow().lastApplied = Optional.of(GONE.minusSeconds(600));

        assertThat(elect().loss()).isEqualTo(Duration.ofSeconds(601));
    }

    @Test
    void whatTheSourceHasCountsForTheWinner() {
        estate.db3.answer = Answer.ANSWERED;
        estate.db3.has("db1", 105).heartbeat = Optional.of(heartbeat("db1", 2));
        estate.policies.put("db3", Promote.LAST);
        estate.db2.heartbeat = Optional.of(heartbeat("db1", 300));

        assertThat(elect().loss()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void whereNobodyKnowsWhenThePrimaryWentItIsCountedUntilNow() {
        estate.call.facts.remove("gone_by");
        estate.db2.heartbeat = Optional.of(heartbeat("db1", 4));

        assertThat(elect().loss()).isEqualTo(Duration.ofSeconds(65));
    }

    @Test
    void withNothingToGoByItIsBeyondEveryObjective() {
        Election election = elect();

        assertThat(election.loss()).isEqualTo(LossEstimate.UNBOUNDED);
        assertThat(election.lossBasis()).startsWith("nothing bounds it");
    }
}
