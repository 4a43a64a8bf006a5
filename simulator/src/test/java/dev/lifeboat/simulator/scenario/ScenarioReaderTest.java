package dev.lifeboat.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.builtins.host.Host.Output;
import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.builtins.inventory.InventoryReader;
import dev.lifeboat.grammar.Diagnostic;
import dev.lifeboat.grammar.Parsed;
import dev.lifeboat.grammar.Source;
import dev.lifeboat.interpreter.world.People.Choice;
import dev.lifeboat.simulator.fault.Damage;
import dev.lifeboat.simulator.fault.Fault;
import dev.lifeboat.simulator.fault.ServerFault;
import dev.lifeboat.simulator.fault.StoreFault;
import dev.lifeboat.simulator.model.Network;
import dev.lifeboat.simulator.model.ReceiverSettings;
import dev.lifeboat.simulator.scenario.Scenario.ApplicationPlan;
import dev.lifeboat.simulator.scenario.Scenario.EndpointStory;
import dev.lifeboat.simulator.scenario.Scenario.Event;
import dev.lifeboat.simulator.scenario.Scenario.Trigger;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScenarioReaderTest {
    private static final Inventory INVENTORY = InventoryReader.read(Source.of("inventory.yaml", """
            environment: lab
            clusters:
              shop:
                primary: db1
                servers:
                  db1: {address: "a:1", login: dba, host: h1}
                  db2: {address: "b:1", login: dba, host: h2}
                witnesses: [w1]
            hosts: {h1: {}, h2: {}, w1: {}}
            logins: {dba: {user: u, password: {env: P}}, replication: {user: r, password: {env: P}}}
            endpoints: {orders-db: {kind: file, path: primary, login: dba}}
            roles: {cto: [boss]}
            people: {boss: {}}
            stores: {san: {kind: directory, path: /backups}}
            """)).tree().orElseThrow();

    @Test
    void anEmptyStoryHasUsualValues() {
        Scenario scenario = read("start_run: 30s");
        assertThat(scenario.start()).isEqualTo(Instant.parse("2026-01-01T03:00:00Z"));
        assertThat(scenario.startRun()).isEqualTo(Duration.ofSeconds(30));
        assertThat(scenario.patience()).isEqualTo(Duration.ofHours(1));
        assertThat(scenario.expect()).isEmpty();
        assertThat(scenario.application()).isEmpty();
        assertThat(scenario.events()).isEmpty();
        assertThat(scenario.people()).isEmpty();
    }

    @Test
    void everythingThatItSaysIsRead() {
        Scenario scenario = read("""
                expect: rolled_back
                start: 2026-03-01T12:00:00Z
                application: {endpoint: orders-db, writes_per_second: 0.5}
                servers:
                  db1: {option_file_read_only: false, persisted_read_only: false, skip_replica_start: true,
                        lacks_accounts: [app], events_disabled: [shop.close_day], variables: {sync_binlog: 0}}
                  db2: {lag: 2s, apply_lag: 200ms, applies_per_second: 100, net_timeout: 4s, heartbeat_period: 1s,
                        connect_retry: 1s, retry_count: 86400, relay_log_recovery: true}
                endpoints: {orders-db: db2}
                events:
                  - {at: 1m, crash: db1}
                  - {during: promote, wait: 5s, cut: [lifeboat, db2], how: reject}
                  - {after: promote, heal: [lifeboat, db2]}
                  - {at: 2m, isolate: db2}
                  - {at: 3m, reconnect: db2}
                  - {at: 4m, power_off: h1}
                people:
                  cto: [{refuses: any, because: too soon, after: 5s}, {approves: promote}]
                  operator: {chooses: rollback, at: promote}
                  boss: {answers: which, with: full}
                commands:
                  h1: {df: full, fsck: {exit: 4, text: bad}}
                patience: 2h
                """);
        assertThat(scenario.expect()).contains(Expectation.ROLLED_BACK);
        assertThat(scenario.start()).isEqualTo(Instant.parse("2026-03-01T12:00:00Z"));
        assertThat(scenario.application()).contains(new ApplicationPlan("orders-db", 0.5, Duration.ZERO));
        assertThat(scenario.application().orElseThrow().interval()).isEqualTo(Duration.ofSeconds(2));
        assertThat(scenario.servers().get("db1")).isEqualTo(new ServerPlan(ReceiverSettings.DEFAULTS, Duration.ZERO,
                ServerPlan.USUAL.applyEach(), false, Optional.of(false), false, true,
                new DefinedPlan(List.of("app"), List.of("shop.close_day"),
                        new LinkedHashMap<>(Map.of("sync_binlog", "0"))),
                Optional.empty()));
        assertThat(scenario.servers().get("db2")).isEqualTo(new ServerPlan(
                new ReceiverSettings(Duration.ofSeconds(2), Duration.ofSeconds(4), Duration.ofSeconds(1),
                        Duration.ofSeconds(1), 86_400),
                Duration.ofMillis(200), Duration.ofMillis(10), true, Optional.empty(), true, false,
                DefinedPlan.USUAL, Optional.empty()));
        assertThat(scenario.endpoints()).containsEntry("orders-db",
                new EndpointStory(Optional.of("db2"), Optional.empty()));
        assertThat(scenario.events()).containsExactly(
                new Event(at(1), new Fault.OnServer(ServerFault.CRASH, "db1")),
                new Event(new Trigger.Step("promote", false, Duration.ofSeconds(5)),
                        new Fault.Cut("lifeboat", "db2", Network.Cut.REJECT)),
                new Event(new Trigger.Step("promote", true, Duration.ZERO), new Fault.Heal("lifeboat", "db2")),
                new Event(at(2), new Fault.Cut("db2", Network.EVERYONE, Network.Cut.DROP)),
                new Event(at(3), new Fault.Heal("db2", Network.EVERYONE)),
                new Event(at(4), new Fault.Power("h1", false)));
        assertThat(scenario.people().get("cto")).containsExactly(
                new Saying.Vote("any", false, "too soon", Optional.of(Duration.ofSeconds(5))),
                new Saying.Vote("promote", true, "", Optional.empty()));
        assertThat(scenario.people().get("operator")).containsExactly(
                new Saying.Decision("promote", Choice.ROLLBACK, "as the scenario says", Optional.empty()));
        assertThat(scenario.people().get("boss")).containsExactly(new Saying.Reply("which", "full", Optional.empty()));
        assertThat(scenario.commands().get("h1")).containsEntry("df", new Output(0, "full")).containsEntry("fsck",
                new Output(4, "bad"));
        assertThat(scenario.patience()).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void whatLiesInStoresAndWhatHappensToItIsRead() {
        Scenario scenario = read("""
                size: 1.5GB
                backups:
                  - {store: san, server: db2, ago: 9h, rehearsed: true}
                  - {store: san, server: db2, at: 20m, verified: false}
                archived_logs: [{store: san, server: db1, at: 10m}]
                events:
                  - {at: 1m, store_refuses: san}
                  - {at: 2m, damage: {store: san, of: binlog, which: middle, how: forget}}
                  - {at: 3m, mistake: {server: db1, table: shop.orders, kind: update, rows: 7}}
                """);
        assertThat(scenario.storage()).isEqualTo(new StoragePlan(1_500_000_000,
                List.of(new StoragePlan.BackupPlan("san", "db2", Duration.ofHours(-9), true, true),
                        new StoragePlan.BackupPlan("san", "db2", Duration.ofMinutes(20), false, false)),
                List.of(new StoragePlan.LogsPlan("san", "db1", Duration.ofMinutes(10)))));
        assertThat(scenario.events()).containsExactly(
                new Event(at(1), new Fault.OnStore(StoreFault.STORE_REFUSES, "san")),
                new Event(at(2), new Fault.Damaged(
                        new Damage("san", Damage.Kind.BINLOG, Damage.Which.MIDDLE, Damage.How.FORGET))),
                new Event(at(3), new Fault.Mistake("db1", "shop.orders", Fault.Mistake.Kind.UPDATE, 7)));
    }

    /** Place, message and hint of the one mistake in each. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"',
            textBlock = """
                    expcet: done | 1:1 | Key `expcet` has no meaning in the file. | Did you mean `expect`?
                    expect: doen | 1:9 | Found `doen`, expected `done`, `objective_missed`, `paused`, `rolled_back`, `failed`, `rollback_failed` for `expect` of the file. | Did you mean `done`?
                    events: [{at: 60s, crash: bd1}] | 1:27 | There is no server `bd1`. | Did you mean `db1`?
                    events: [{at: 60s, crahs: db1}] | 1:20 | Key `crahs` has no meaning in an item of `events` of the file. | Did you mean `crash`?
                    events: [{at: 60, crash: db1}] | 1:15 | Found `60`, expected a duration such as `30s` or `1h30m` for `at` of an item of `events` of the file. |
                    events: [{crash: db1}] | 1:10 | Expected one moment of an event: `at: 60s`, `during: step` or `after: step`. |
                    events: [{at: 1s, crash: db1, freeze: db2}] | 1:10 | "Expected one thing that happens: `crash`, `freeze`, `thaw`, `start`, `stop_receiver`, `start_receiver`, `stop_applier`, `start_applier`, `write_on`, `change_row_on`, `purge_binlogs`, `fill_disk`, `free_disk`, `use_up_connections`, `hold_lock`, `end_sessions`, `replace`, `dumps_empty`, `dumps_cut`, `dumps_whole`, `power_off`, `power_on`, `cut`, `isolate`, `heal`, `reconnect`, `store_refuses`, `store_answers`, `store_slow`, `store_fast`, `store_full`, `store_has_room`, `tape_out`, `tape_in`, `key_lost`, `key_changed`, `key_rotated`, `damage`, `mistake`." |
                    events: [{at: 1s, cut: db1}] | 1:24 | Expected the two between whom the way is cut or healed, such as `[lifeboat, db1]`. |
                    events: [{at: 1s, cut: [lifebaot, db1]}] | 1:25 | There is no server, host, endpoint, witness or site `lifebaot`. | Did you mean `lifeboat`?
                    application: {endpoint: orders-bd} | 1:25 | There is no endpoint `orders-bd`. | Did you mean `orders-db`?
                    application: {writes_per_second: 5} | 1:14 | Key `endpoint` is missing in `application` of the file: the application writes through it. |
                    application: {endpoint: orders-db, writes_per_second: -1} | 1:55 | Found `-1`, expected a rate above 0 and up to 100000 a second. |
                    servers: {db2: {net_timeout: 0s}} | 1:30 | Found `0s`, expected more than nothing for `net_timeout`. |
                    servers: {db2: {retry_count: 0}} | 1:30 | Found `0`, expected a number of attempts, at least 1. |
                    people: {cot: {approves: promote}} | 1:15 | There is no role or person `cot`. | Did you mean `cto`?
                    people: {cto: {after: 40s}} | 1:15 | Expected one answer: `approves`, `refuses`, `chooses`, `answers`, `acknowledges` or `ignores`. |
                    people: {cto: {aproves: promote}} | 1:16 | Key `aproves` has no meaning in person `cto`. | Did you mean `approves`?
                    people: {cto: {ignores: cot}} | 1:25 | There is no role `cot`. | Did you mean `cto`?
                    people: {operator: {chooses: rollbak}} | 1:30 | Found `rollbak`, expected `retry`, `skip`, `rollback`, `done_by_hand`, `stop`, `leave` for `chooses` of person `operator`. | Did you mean `rollback`?
                    start_run: 8d | 1:12 | Found `8d`, expected at the most a week, `7d`. |
                    commands: {h1: {df: {exit: 256}}} | 1:28 | Found `256`, expected an exit status from 0 to 255. |
                    backups: [{store: sna, server: db1, ago: 9h}] | 1:19 | There is no store `sna`. | Did you mean `san`?
                    backups: [{store: san, server: db1}] | 1:11 | Expected one moment of a backup: `ago: 9h`, before the story begins, or `at: 20m`, in it. |
                    size: 40 | 1:7 | Found `40`, expected a size such as `40GB` for `size` of the file. |
                    events: [{at: 1s, damage: {store: san, how: flip}}] | 1:45 | Found `flip`, expected `flip_bit`, `truncate`, `remove`, `forget`, `swap`, `lie` for `how` of `damage` of an item of `events` of the file. |
                    events: [{at: 1s, mistake: {server: db1, table: orders}}] | 1:49 | Found `orders`, expected a table with its schema, such as `shop.orders`, for `table` of `mistake` of an item of `events` of the file. |
                    start: yesterday | 1:8 | Found `yesterday`, expected a time with its zone, such as `2026-01-01T12:30:00Z` for `start` of the file. |
                    """)
    void aMistakeIsToldWithItsPlace(String yaml, String place, String message, String hint) {
        Parsed<Scenario> parsed = ScenarioReader.read(Source.of("scenario.yaml", yaml), INVENTORY);
        assertThat(parsed.tree()).isEmpty();
        assertThat(parsed.diagnostics()).singleElement().satisfies(found -> {
            assertThat(found.message()).isEqualTo(message);
            assertThat(found.hint()).isEqualTo(Optional.ofNullable(hint));
            assertThat(place(found)).isEqualTo(place);
        });
    }

    private static String place(Diagnostic found) {
        Source source = found.span().source();
        return source.lineAt(found.span().start()) + ":" + source.columnAt(found.span().start());
    }

    private static Trigger at(long minutes) {
        return new Trigger.At(Duration.ofMinutes(minutes));
    }

    private static Scenario read(String yaml) {
        Parsed<Scenario> parsed = ScenarioReader.read(Source.of("scenario.yaml", yaml), INVENTORY);
        assertThat(parsed.diagnostics()).isEmpty();
        return parsed.tree().orElseThrow();
    }
}
