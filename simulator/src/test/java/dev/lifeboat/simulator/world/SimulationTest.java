package dev.lifeboat.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeboat.builtins.endpoint.Endpoint;
import dev.lifeboat.builtins.host.Host;
import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.MySqlServer.Answer;
import dev.lifeboat.builtins.mysql.MySqlServer.Reach;
import dev.lifeboat.builtins.mysql.MySqlServer.ReadOnly;
import dev.lifeboat.builtins.mysql.MySqlServer.SourceSettings;
import dev.lifeboat.builtins.mysql.MySqlServer.ThreadState;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.world.Clock.DeadlinePassed;
import dev.lifeboat.simulator.scenario.Scenario;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulationTest {
    private static final String CRASH = """
            application: {endpoint: orders-db, writes_per_second: 50}
            servers: {db2: {apply_lag: 200ms}}
            events: [{at: 60s, crash: db1}]
            start_run: 75s
            """;
    private static final Duration LIMIT = Duration.ofSeconds(2);

    @Test
    void aFailoverByHandIsSeenByTheApplicationAndLosesWhatWasNotReceived() {
        Simulation simulation = Stories.play(CRASH);
        failOver(simulation);
        simulation.clock().sleep(Duration.ofSeconds(5));
        assertThat(simulation.watch().orElseThrow().outage().orElseThrow()).isBetween(Duration.ofSeconds(15),
                Duration.ofSeconds(20));
        assertThat(simulation.watch().orElseThrow().loss().orElseThrow()).isLessThan(Duration.ofMillis(100));
        assertThat(simulation.notModelled()).isEmpty();
        assertThat(simulation.unseenFailures()).isEmpty();
    }

    @Test
    void theSameSeedGivesTheSameStoryAndAnotherOneAnother() {
        assertThat(story(1)).isEqualTo(story(1)).isNotEqualTo(story(2));
    }

    /** All that can be told apart: what every port answered, and when. */
    private static List<String> story(long seed) {
        Simulation simulation = Simulation.of(Stories.example(), Stories.told(CRASH), seed);
        List<String> story = new ArrayList<>();
        Runnable tell = () -> {
            for (String name : List.of("db2", "dr1", "late")) {
                MySqlServer server = Stories.server(simulation, name);
                story.add(simulation.clock().now() + " " + server.state() + server.channels() + server.heartbeat());
            }
            story.add(simulation.clock().now() + " " + Stories.server(simulation, "db1").reach(LIMIT)
                    + simulation.watch().orElseThrow().outage());
        };
        tell.run();
        failOver(simulation);
        tell.run();
        return story;
    }

    private static void failOver(Simulation simulation) {
        MySqlServer db2 = Stories.server(simulation, "db2");
        db2.stopReceiver();
        assertThat(db2.waitForExecuted(db2.channels().getFirst().received(), LIMIT)).isTrue();
        db2.stopApplier();
        db2.setReadOnly(ReadOnly.WRITABLE);
        db2.writeCanary("failed over by hand");
        Stories.endpoint(simulation).switchTo("db2");
    }

    @Test
    void aRealHourOfADelayedReplicaCostsNoRealTime() {
        Simulation simulation = Stories.play("""
                application: {endpoint: orders-db, writes_per_second: 20}
                start_run: 2h
                """);
        MySqlServer late = Stories.server(simulation, "late");
        GtidSet ahead = Stories.server(simulation, "db2").state().executed().subtract(late.state().executed());
        assertThat(ahead.count()).isBetween(60_000L, 90_000L);
        assertThat(late.channels().getFirst().received().contains(ahead)).isTrue();
    }

    @Test
    void aServerAnswersAsTheKindOfItsFailureLetsIt() {
        Simulation simulation = Stories.play("""
                events: [{at: 1s, crash: db1}, {at: 1s, freeze: db2}, {at: 1s, cut: [lifeboat, dr1]}]
                start_run: 2s
                """);
        assertThat(reach(simulation, "db1")).isEqualTo(Answer.REFUSED);
        assertThat(reach(simulation, "db2")).isEqualTo(Answer.SILENT);
        assertThat(reach(simulation, "dr1")).isEqualTo(Answer.NO_ROUTE);
        assertThat(reach(simulation, "late")).isEqualTo(Answer.ANSWERED);
        assertThat(Stories.server(simulation, "late").reachAdmin(LIMIT).answer()).isEqualTo(Answer.NOT_CONFIGURED);
        for (String name : List.of("db1", "db2", "dr1")) {
            assertThatThrownBy(() -> Stories.server(simulation, name).state()).isInstanceOf(Failure.class)
                    .hasMessageContaining("`" + name + "`").hasMessageContaining("can't be reached");
        }
    }

    private static Answer reach(Simulation simulation, String server) {
        Reach reach = Stories.server(simulation, server).reach(LIMIT);
        boolean atOnce = reach.answer() == Answer.REFUSED || reach.answer() == Answer.ANSWERED;
        assertThat(reach.took()).isBetween(Duration.ZERO, LIMIT).matches(took -> took.equals(LIMIT) != atOnce);
        return reach.answer();
    }

    @Test
    void aChangeUnderWhichTheServerIsLostHasAnUnknownOutcome() {
        Simulation simulation = Stories.play("start_run: 2s");
        MySqlServer db2 = Stories.server(simulation, "db2");
        simulation.clock().fork("disaster", () -> {
            simulation.clock().sleep(Duration.ofMillis(5));
            simulation.model().change(() -> simulation.model().server("db2").orElseThrow().stop());
        });
        assertThatThrownBy(() -> db2.setReadOnly(ReadOnly.WRITABLE)).isInstanceOf(Failure.class)
                .extracting(failure -> ((Failure) failure).outcome()).isEqualTo(Failure.Outcome.UNKNOWN);
    }

    @Test
    void aChangeThatADeadlineEndsHasAnUnknownOutcome() {
        Simulation simulation = Stories.play("start_run: 2s");
        MySqlServer db2 = Stories.server(simulation, "db2");
        assertThatThrownBy(() -> simulation.clock().within(Duration.ofMillis(5), () -> {
            db2.stopReceiver();
            return null;
        })).isInstanceOfAny(Failure.class, DeadlinePassed.class);
        assertThat(db2.channels().getFirst().receiver()).isEqualTo(ThreadState.ON);
    }

    @Test
    void whatMySqlRefusesTheModelRefusesWithTheSameNumber() {
        Simulation simulation = Stories.play("start_run: 2s");
        MySqlServer db1 = Stories.server(simulation, "db1");
        MySqlServer db2 = Stories.server(simulation, "db2");
        assertThatThrownBy(db1::startReceiver).hasMessageContaining("error 1200");
        assertThatThrownBy(db2::resetReplicaAll).hasMessageContaining("error 3081");
        assertThatThrownBy(() -> db2.changeSource(new SourceSettings("db1.example.net", 3306, "replication")))
                .hasMessageContaining("error 3081");
        assertThatThrownBy(() -> db2.writeCanary("no")).hasMessageContaining("error 1290");
        assertThat(db2.probeWrite(LIMIT).error()).isEqualTo(1290);
        db1.stopReceiver();
        db1.stopApplier();
        db1.resetReplicaAll();
    }

    @Test
    void aSourceOutsideOfTheInventoryIsNotModelledAndSaysSo() {
        Simulation simulation = Stories.play("start_run: 2s");
        List<String> heard = new ArrayList<>();
        simulation.ports().whenNotModelled(heard::add);
        MySqlServer db2 = Stories.server(simulation, "db2");
        db2.stopReceiver();
        db2.stopApplier();
        assertThatThrownBy(() -> db2.changeSource(new SourceSettings("elsewhere", 3306, "replication")))
                .isInstanceOf(Failure.class).hasMessageStartingWith("Not modelled: that `db2` follows elsewhere:3306");
        assertThat(heard).hasSize(1).isEqualTo(simulation.notModelled());
    }

    @Test
    void commandsAnswerWhatTheScenarioSaysAndOthersAreNotModelled() {
        Simulation simulation = Stories.play("""
                commands:
                  db1:
                    df /: 97% used
                    fsck: {exit: 4, text: bad}
                start_run: 2s
                """);
        Host db1 = Stories.host(simulation, "db1");
        assertThat(db1.read("df /", LIMIT)).isEqualTo(new Host.Output(0, "97% used"));
        assertThat(db1.run("fsck", LIMIT)).isEqualTo(new Host.Output(4, "bad"));
        assertThatThrownBy(() -> db1.run("reboot", LIMIT)).hasMessageStartingWith("Not modelled: what `reboot` does");
        assertThat(simulation.notModelled()).hasSize(1);
    }

    @Test
    void servicesAndPowerDoToAServerWhatTheyDoToARealOne() {
        Simulation simulation = Stories.play("start_run: 2s");
        Host host = Stories.host(simulation, "db1");
        assertThat(host.service("mysql")).isEqualTo(Host.ServiceState.RUNNING);
        host.stopService("mysql");
        assertThat(host.service("mysql")).isEqualTo(Host.ServiceState.STOPPED);
        host.startServiceFenced("mysql");
        assertThat(Stories.server(simulation, "db1").state().readOnly().writable()).isFalse();
        host.autostart("mysql", false);
        assertThat(host.autostarts("mysql")).isEqualTo(Host.Autostart.OFF);
        host.power(false);
        assertThat(host.reachable(LIMIT)).isFalse();
        assertThat(reach(simulation, "db1")).isEqualTo(Answer.NO_ROUTE);
        host.power(true);
        assertThat(host.service("mysql")).isEqualTo(Host.ServiceState.STOPPED);
        assertThatThrownBy(() -> Stories.host(simulation, "db2").power(false))
                .hasMessageContaining("The inventory says nothing of the power of host `db2`");
    }

    @Test
    void anEndpointIsSwitchedRestoredAndProbedByTheApplicationsWay() {
        Simulation simulation = Stories.play("""
                application: {endpoint: orders-db, writes_per_second: 50}
                start_run: 2s
                """);
        Endpoint endpoint = Stories.endpoint(simulation);
        MySqlServer db1 = Stories.server(simulation, "db1");
        assertThat(endpoint.probeWrite(LIMIT).serverUuid()).contains(db1.state().identity().uuid());
        assertThat(db1.sessions()).isNotEmpty();
        List<String> before = endpoint.targets();
        endpoint.switchTo("db2");
        assertThat(db1.sessions()).isEmpty();
        assertThat(endpoint.probeWrite(LIMIT).accepted()).isFalse();
        endpoint.remove("db2");
        assertThat(endpoint.targets()).isEmpty();
        endpoint.restore(before);
        assertThat(endpoint.probeWrite(LIMIT).accepted()).isTrue();
    }

    @Test
    void anEstateWithoutServersIsAWorldToo() {
        Simulation simulation = Stories.simulation("""
                environment: lab
                hosts: {h1: {power: {off: power-off, on: power-on}}}
                """, "start_run: 1s");
        Stories.host(simulation, "h1").power(false);
        assertThat(Stories.host(simulation, "h1").reachable(LIMIT)).isFalse();
        assertThat(simulation.watch()).isEmpty();
    }

    @Test
    void killedSessionsComeBackWithTheNextWrite() {
        Simulation simulation = Stories.play("""
                application: {endpoint: orders-db, writes_per_second: 1}
                start_run: 5s
                """);
        MySqlServer db1 = Stories.server(simulation, "db1");
        assertThat(db1.killSessions().count()).isEqualTo(8);
        assertThat(db1.killSessions().count()).isZero();
        simulation.clock().sleep(Duration.ofSeconds(3));
        assertThat(db1.sessions()).hasSize(8);
    }

    @Test
    void onlyOneServerWritesTheHeartbeat() {
        Simulation simulation = Stories.play("start_run: 10s");
        MySqlServer db2 = Stories.server(simulation, "db2");
        String db1 = Stories.server(simulation, "db1").state().identity().uuid();
        assertThat(db2.heartbeat().orElseThrow().server()).isEqualTo(db1);
        assertThatThrownBy(db2::startHeartbeat).hasMessageContaining("1290");
        db2.stopReceiver();
        GtidSet before = db2.state().executed();
        db2.setReadOnly(ReadOnly.WRITABLE);
        db2.startHeartbeat();
        simulation.clock().sleep(Duration.ofSeconds(3));
        String uuid = db2.state().identity().uuid();
        assertThat(db2.heartbeat().orElseThrow().server()).isEqualTo(uuid);
        assertThat(db2.clientWrites(db2.state().executed().subtract(before))).isEqualTo(GtidSet.EMPTY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"default", "primary-answers", "behind", "refused"})
    void theScenariosOfTheFirstRunbookCanBePlayed(String name) {
        Scenario scenario = Stories.scenario("primary-failure/" + name + ".yaml");
        assertThat(scenario.expect()).isPresent();
        Simulation simulation = Simulation.of(Stories.example(), scenario, 7);
        assertThat(simulation.clock().now()).isEqualTo(scenario.start().plus(scenario.startRun()));
        assertThat(reach(simulation, "db1"))
                .isEqualTo(name.equals("primary-answers") ? Answer.ANSWERED : Answer.REFUSED);
    }
}
