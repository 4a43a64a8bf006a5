package dev.lifeboat.builtins.mysql.failover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lifeboat.builtins.fakes.FakeEstate;
import dev.lifeboat.builtins.fakes.FakeMySqlServer;
import dev.lifeboat.builtins.inventory.Inventory.Promote;
import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.MySqlServer.Answer;
import dev.lifeboat.builtins.mysql.MySqlServer.ReadOnly;
import dev.lifeboat.builtins.mysql.Site;
import dev.lifeboat.builtins.mysql.failover.Election.Excluded;
import dev.lifeboat.interpreter.builtin.Failure;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BallotTest {
    private final FakeEstate estate = new FakeEstate();

    @BeforeEach
    void thePrimaryIsGone() {
        estate.db1.answer = Answer.REFUSED;
    }

    private Election elect() {
        return new MySqlObservations(estate.inventory()).elect(estate.call, estate.cluster(), Optional.empty(),
                Optional.empty());
    }

    @Test
    void anElectionForOneSiteIsWonThere() {
        estate.sites.put("db3", "dr");
        estate.db2.has("db1", 110);
        Site dr = new Site("dr", List.of(estate.db3));
        MySqlObservations words = new MySqlObservations(estate.inventory());
        Election election = words.elect(estate.call, estate.cluster(), Optional.empty(), Optional.of(dr));

        assertThat(election.winner().name()).isEqualTo("db3");
        assertThat(election.source()).map(MySqlServer::name).contains("db2");
        assertThat(election.excluded()).singleElement().extracting(Election.Excluded::reason)
                .isEqualTo("It is in site `main`, and the election is for site `dr`.");
    }

    @Test
    void theOneThatHasMostWins() {
        estate.db3.has("db1", 105);

        Election election = elect();

        assertThat(election.winner().name()).isEqualTo("db3");
        assertThat(election.source()).isEmpty();
        assertThat(election.others()).extracting(MySqlServer::name).containsExactly("db2");
        assertThat(estate.call.text("candidate")).isEqualTo("db3");
    }

    @Test
    void amongEqualsTheInventoryDecides() {
        assertThat(elect().winner().name()).isEqualTo("db2");

        estate.policies.put("db3", Promote.PREFER);
        assertThat(elect().winner().name()).isEqualTo("db3");
    }

    @Test
    void theBetterPlacedLastOneIsTheSource() {
        estate.db3.has("db1", 105);
        estate.policies.put("db3", Promote.LAST);

        Election election = elect();

        assertThat(election.winner().name()).isEqualTo("db2");
        assertThat(election.source().orElseThrow().name()).isEqualTo("db3");
        assertThat(election.missing()).isEqualTo(GtidSet.EMPTY);
        assertThat(estate.call.text("level_from")).isEqualTo("db3");
    }

    @Test
    void theBetterPlacedForbiddenOneIsTheSourceToo() {
        estate.db3.has("db1", 105);
        estate.policies.put("db3", Promote.MUST_NOT);

        Election election = elect();

        assertThat(election.winner().name()).isEqualTo("db2");
        assertThat(election.source().orElseThrow().name()).isEqualTo("db3");
        assertThat(election.excluded()).extracting(Excluded::reason)
                .containsExactly("The inventory says `promote: must_not`.");
    }

    @Test
    void aWishIsHeardBeforeTheInventoryAndNotBeforeTheData() {
        estate.policies.put("db2", Promote.PREFER);
        MySqlObservations words = new MySqlObservations(estate.inventory());

        assertThat(words.elect(estate.call, estate.cluster(), Optional.of(estate.db3),
                Optional.empty()).winner().name())
                .isEqualTo("db3");
        estate.db3.channel.orElseThrow().applierError = 1062;
        assertThat(words.elect(estate.call, estate.cluster(), Optional.of(estate.db3),
                Optional.empty()).winner().name())
                .isEqualTo("db2");
    }

    static Stream<Arguments> flaws() {
        return Stream.of(
                flaw(db3 -> db3.channel.orElseThrow().applierError = 1032, "Its applier stopped with error 1032"),
                flaw(db3 -> db3.received("db1", 140), "It has not applied 35 of the transactions that it received"),
                flaw(db3 -> db3.channel.orElseThrow().delay = Duration.ofHours(1), "It is behind on purpose, by 1h."),
                flaw(db3 -> db3.filters = true, "It has replication filters"),
                flaw(db3 -> db3.halfRestored = true, "It is half restored"),
                flaw(db3 -> db3.gtidMode = false, "Its `gtid_mode` is not ON"),
                flaw(db3 -> db3.groupReplication = true, "It is a member of Group Replication"),
                flaw(db3 -> db3.channel.orElseThrow().autoPosition = false, "It follows `db1` by file and position"),
                flaw(db3 -> db3.logBin = false, "It writes no binary log"),
                flaw(db3 -> db3.answer = Answer.NO_ROUTE, "`db3` can't be asked: NO_ROUTE."),
                flaw(db3 -> db3.readOnly = ReadOnly.WRITABLE, "It takes writes itself"),
                flaw(db3 -> db3.channel = Optional.empty(), "It is no replica"),
                flaw(db3 -> db3.follows(new FakeMySqlServer("db2")), "It follows db2:3306, not the primary."),
                flaw(db3 -> db3.has("db3", 2).clientWrites = GtidSet.of(db3.uuid, 2),
                        "It has transactions that neither the primary wrote nor anybody else has"));
    }

    private static Arguments flaw(Consumer<FakeMySqlServer> flaw, String reason) {
        return Arguments.of(flaw, reason);
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("flaws")
    void oneWithAFlawCannotWinAndTheReasonIsTold(Consumer<FakeMySqlServer> flaw, String reason) {
        estate.call.knows("primary_uuid", estate.db1.uuid);
        estate.db3.has("db1", 105);
        flaw.accept(estate.db3);

        Election election = elect();

        assertThat(election.winner().name()).isEqualTo("db2");
        assertThat(election.source()).isEmpty();
        assertThat(election.excluded()).singleElement().satisfies(one -> {
            assertThat(one.server().name()).isEqualTo("db3");
            assertThat(one.reason()).startsWith(reason);
        });
    }

    @Test
    void whatAnExcludedOneHasIsMissing() {
        estate.db3.received("db1", 140);

        assertThat(elect().missing()).isEqualTo(GtidSet.of(estate.db1.uuid, 101, 140));
    }

    @Test
    void twoHistoriesAreASplitBrainAndBothSidesAreShown() {
        estate.db2.has("db2", 3).clientWrites = estate.db2.executed;
        estate.db3.has("db3", 5).clientWrites = estate.db3.executed;

        Failure failure = catchThrowableOfType(Failure.class, this::elect);

        assertThat(failure).hasMessageStartingWith("Split brain: `db2` and `db3` each have transactions");
        assertThat(failure.evidence()).containsExactly(
                "`db2` has, and `db3` has not, 3 transactions: " + estate.db2.uuid + ":1-3",
                "`db3` has, and `db2` has not, 5 transactions: " + estate.db3.uuid + ":1-5");
    }

    @Test
    void holesOnEachSideAreASplitBrainToo() {
        estate.db2.executed = GtidSet.of(estate.db1.uuid, 1, 90).union(GtidSet.of(estate.db1.uuid, 95));
        estate.db3.executed = GtidSet.of(estate.db1.uuid, 1, 93);

        assertThatThrownBy(this::elect).isInstanceOf(Failure.class).hasMessageStartingWith("Split brain");
    }

    @Test
    void whatLifeboatItselfWroteDoesNotMakeOneErrant() {
        estate.db3.has("db3", 2);

        assertThat(elect().winner().name()).isEqualTo("db3");
    }

    @Test
    void withNobodyLeftEveryReasonIsTold() {
        estate.policies.put("db2", Promote.MUST_NOT);
        estate.db3.channel.orElseThrow().applierError = 1062;

        Failure failure = catchThrowableOfType(Failure.class, this::elect);

        assertThat(failure).hasMessage("No server of `ecommerce` can be promoted.");
        assertThat(failure.evidence()).containsExactly("`db2`: The inventory says `promote: must_not`.",
                "`db3`: Its applier stopped with error 1062: row not found");
    }

    @Test
    void aSingleReplicaWithAHistoryOfItsOwnHasNobodyToDifferFrom() {
        estate.db2.has("db2", 3);
        estate.db3.answer = Answer.NO_ROUTE;

        assertThat(elect().winner().name()).isEqualTo("db2");
    }
}
