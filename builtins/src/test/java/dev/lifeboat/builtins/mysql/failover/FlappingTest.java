package dev.lifeboat.builtins.mysql.failover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeboat.builtins.fakes.FakeEstate;
import dev.lifeboat.builtins.mysql.MySqlServer.Answer;
import dev.lifeboat.builtins.mysql.ServerTimeline.Canary;
import dev.lifeboat.interpreter.value.Value;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A cluster that failed over a while ago is failed over again only where somebody says so. */
class FlappingTest {
    private final FakeEstate estate = new FakeEstate();

    @BeforeEach
    void elected() {
        estate.db1.answer = Answer.REFUSED;
        estate.call.knows("candidate", "db2").knows("fence", "process").knows("verdict", "DEAD")
                .knows("primary_uuid", estate.db1.uuid);
        estate.call.facts.put("drained", new Value.Listing(List.of(new Value.Text("db2"))));
        estate.call.names.put("rpo", new Value.Span(Duration.ofMinutes(15)));
    }

    private void failedOver(Duration ago, String note) {
        estate.db2.canaries.add(new Canary(estate.call.time.minus(ago), estate.db1.uuid, note));
    }

    private void promote() {
        estate.call.facts.put("loss", new Value.Span(Duration.ofSeconds(1)));
        new MySqlChanges(estate.inventory()).promote(estate.call, estate.db2);
    }

    private String toldByElection() {
        new MySqlObservations(estate.inventory()).elect(estate.call, estate.cluster(), Optional.empty(),
                Optional.empty());
        return estate.call.text("last_failover");
    }

    @Test
    void aSecondFailoverWithinAnHourNeedsSomebodyWhoSaysSo() {
        failedOver(Duration.ofMinutes(12), "promoted by run r1");
        assertThat(toldByElection()).isEqualTo("12m ago (promoted by run r1)");
        assertThatThrownBy(this::promote).hasMessageContaining(
                "the cluster failed over 12m ago (promoted by run r1), which is less than 1h before");
        assertThat(estate.db2.calls).isEmpty();

        estate.call.approved = true;
        promote();
        assertThat(estate.db2.readOnly.writable()).isTrue();
    }

    @Test
    void afterAnHourItDoesNot() {
        failedOver(Duration.ofMinutes(61), "promoted by run r1");
        promote();
        assertThat(estate.db2.readOnly.writable()).isTrue();
    }

    @Test
    void whatThisRunDidItselfDoesNotCount() {
        Map<String, Value> run = new LinkedHashMap<>();
        run.put("id", new Value.Text("r1"));
        estate.call.names.put("run", new Value.Fields("run", new LinkedHashMap<>(run)));
        failedOver(Duration.ofMinutes(1), "promoted by run r1");
        assertThat(toldByElection()).isEmpty();
        promote();
    }

    @Test
    void aPlannedSwitchoverIsNoFailoverAndIsTold() {
        failedOver(Duration.ofMinutes(5), "switched over (run r1)");
        assertThat(toldByElection()).isEqualTo("none; planned: 5m ago (switched over (run r1))");
        promote();
        assertThat(estate.db2.readOnly.writable()).isTrue();
    }
}
