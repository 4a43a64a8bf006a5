package dev.lifeboat.builtins.mysql.failover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeboat.builtins.fakes.FakeEstate;
import dev.lifeboat.builtins.fakes.FakeMySqlServer;
import dev.lifeboat.builtins.inventory.Inventory.Promote;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.MySqlServer.Answer;
import dev.lifeboat.builtins.mysql.MySqlServer.ReadOnly;
import dev.lifeboat.builtins.mysql.failover.Election.Excluded;
import dev.lifeboat.builtins.mysql.survey.Observed;
import dev.lifeboat.builtins.mysql.survey.Unsupported;
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

/** Who wins, by version, site and policy; and topologies that Lifeboat does not handle. */
class ElectionOrderTest {
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
    void whomASiblingCouldNotFollowComesLast() {
        estate.db3.version = "8.4.3";
        estate.policies.put("db2", Promote.PREFER);

        Election election = elect();
        assertThat(election.winner().name()).isEqualTo("db3");
        assertThat(election.others()).extracting(MySqlServer::name).containsExactly("db2");
    }

    /** Better a server that the others have to be rebuilt for than none. */
    @Test
    void ifItWinsAllTheSameThoseThatAreTooOldAreLeftBehind() {
        estate.db3.version = "8.4.3";
        estate.policies.put("db3", Promote.MUST_NOT);

        Election election = elect();
        assertThat(election.winner().name()).isEqualTo("db2");
        assertThat(election.others()).isEmpty();
        assertThat(election.excluded()).extracting(Excluded::reason).contains(
                "It is MySQL 8.4.3 and can't follow `db2` (9.7.4): a replica must not be older than its source.");
    }

    @Test
    void patchLevelsOfOneSeriesAreAlike() {
        estate.db3.version = "9.7.1-log";
        assertThat(elect().winner().name()).isEqualTo("db2");
    }

    @Test
    void atThePrimarysSiteBeforeElsewhere() {
        estate.sites.put("db2", "dr");
        assertThat(elect().winner().name()).isEqualTo("db3");

        estate.policies.put("db2", Promote.PREFER);
        assertThat(elect().winner().name()).isEqualTo("db2");
    }

    @Test
    void whoMustNotWinIsTheSourceOfTheWinnerAndNeverOpened() {
        estate.policies.put("db2", Promote.MUST_NOT);
        estate.db2.has("db1", 109);

        Election election = elect();
        assertThat(election.winner().name()).isEqualTo("db3");
        assertThat(election.source().orElseThrow().name()).isEqualTo("db2");
    }

    static Stream<Arguments> excluded() {
        return Stream.of(Arguments.of("It follows db3:3306, not the primary.", change(db -> db.db2.follows(db.db3))),
                Arguments.of("It is no replica: it has no source.", change(db -> db.db2.channel = Optional.empty())),
                Arguments.of("It takes writes itself: its data may be its own.",
                        change(db -> db.db2.readOnly = ReadOnly.WRITABLE)),
                Arguments.of("It is a member of Group Replication, which Lifeboat does not handle.",
                        change(db -> db.db2.groupReplication = true)),
                Arguments.of("Its `gtid_mode` is not ON: Lifeboat works with GTIDs alone.",
                        change(db -> db.db2.gtidMode = false)),
                Arguments.of(
                        "It has replication filters, which Lifeboat does not handle: equal GTID sets would not mean equal data.",
                        change(db -> db.db2.filters = true)),
                Arguments.of(
                        "It follows `db1` by file and position instead of GTIDs (SOURCE_AUTO_POSITION is 0).",
                        change(db -> db.db2.channel.orElseThrow().autoPosition = false)),
                Arguments.of("It is behind on purpose, by 1h.",
                        change(db -> db.db2.channel.orElseThrow().delay = Duration.ofHours(1))),
                Arguments.of("Its applier stopped with error 1032: row not found",
                        change(db -> db.db2.channel.orElseThrow().applierError = 1032)));
    }

    private static Consumer<FakeEstate> change(Consumer<FakeEstate> change) {
        return change;
    }

    @ParameterizedTest
    @MethodSource("excluded")
    void whatIsNotHandledIsExcludedWithASentence(String why, Consumer<FakeEstate> topology) {
        topology.accept(estate);
        Election election = elect();
        assertThat(election.winner().name()).isEqualTo("db3");
        assertThat(election.excluded()).extracting(Excluded::reason).containsExactly(why);
    }

    @Test
    void severalSourcesAreNotHandled() {
        Observed found = Observed.need(estate.db2);
        var twice = new Observed(found.server(), found.known(),
                List.of(found.channels().getFirst(), found.channels().getFirst()), "");
        assertThat(Unsupported.reason(twice)).contains("It has several sources, which Lifeboat does not handle.");
    }

    @Test
    void whoIsToFollowSuchAServerIsRefused() {
        estate.db1.answer = Answer.ANSWERED;
        estate.db1.readOnly = ReadOnly.WRITABLE;
        estate.db1.follows(new FakeMySqlServer("db9"));
        assertThatThrownBy(() -> new MySqlChanges(estate.inventory()).repoint(estate.call, estate.db2, estate.db1))
                .hasMessageStartingWith("`db1` can't be handled: It takes writes and replicates as well");
    }
}
