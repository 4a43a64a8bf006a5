package dev.lifeboat.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.builtins.backup.ArchivedLog;
import dev.lifeboat.builtins.backup.FullBackups;
import dev.lifeboat.builtins.backup.LogArchive;
import dev.lifeboat.builtins.backup.LogDamage;
import dev.lifeboat.builtins.backup.Manifest;
import dev.lifeboat.builtins.backup.Restoration;
import dev.lifeboat.builtins.backup.Restoration.Backup;
import dev.lifeboat.builtins.backup.Restoration.Phase;
import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.simulator.fault.Damage;
import dev.lifeboat.simulator.fault.Damage.How;
import dev.lifeboat.simulator.fault.Fault;
import dev.lifeboat.simulator.fault.Faults;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a scenario says that others have done is done by the code that a runbook would do it by. */
class OthersTest {
    private final Simulation simulation = Stories.play("""
            size: 4GB
            application: {endpoint: orders-db, writes_per_second: 2}
            backups:
              - {store: san, server: db2, ago: 9h, rehearsed: true}
              - {store: s3, server: db2, at: 30s, verified: false}
            archived_logs:
              - {store: san, server: db1, at: 20s}
              - {store: san, server: db1, at: 40s}
              - {store: san, server: db1, at: 60s}
            start_run: 90s
            """);

    private FullBackups full(String store) {
        return simulation.ports().find(FullBackups.class, store).orElseThrow();
    }

    private LogArchive logs() {
        return simulation.ports().find(LogArchive.class, "san").orElseThrow();
    }

    @Test
    void aBackupOfTheNightIsThereVerifiedAndRehearsed() {
        Manifest manifest = full("san").manifests("ecommerce").getFirst();
        assertThat(manifest.began()).isEqualTo("2025-12-31T18:00:00Z");
        assertThat(manifest.executed().count()).isEqualTo(1_000);
        assertThat(full("san").verifications("ecommerce")).singleElement()
                .satisfies(look -> assertThat(look.sound()).isTrue());
        assertThat(full("san").drills("ecommerce")).singleElement()
                .satisfies(drill -> assertThat(drill.loaded()).isGreaterThan(Duration.ofMinutes(8)));
    }

    @Test
    void oneInTheStoryHasWhatWasThereThen() {
        Manifest manifest = full("s3").manifests("ecommerce").getFirst();
        assertThat(manifest.executed().count()).isBetween(1_050L, 1_150L);
        assertThat(full("s3").verifications("ecommerce")).isEmpty();
    }

    @Test
    void theArchiveHoldsTheLogsWithoutAHole() {
        List<ArchivedLog> parts = logs().logs("ecommerce");
        GtidSet held = parts.stream().map(ArchivedLog::holds).reduce(GtidSet.EMPTY, GtidSet::union);
        assertThat(parts).hasSizeGreaterThanOrEqualTo(3);
        assertThat(parts.getFirst().before().count()).isEqualTo(1_000);
        assertThat(parts.getFirst().before().union(held).intervals(held.sources().getFirst())).hasSize(1);
        assertThat(logs().verify("ecommerce", GtidSet.EMPTY)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = How.class, names = "FORGET", mode = EnumSource.Mode.EXCLUDE)
    void damageOfTheLogsIsFound(How how) {
        new Faults(simulation.model()).happen(
                new Fault.Damaged(new Damage("san", Damage.Kind.BINLOG, Damage.Which.MIDDLE, how)));
        List<LogDamage> damages = logs().verify("ecommerce", GtidSet.EMPTY);
        assertThat(damages).isNotEmpty().allSatisfy(damage -> assertThat(damage.hint()).isNotEmpty());
    }

    @Test
    void aRestoreTakesAsLongAsTheDataAreLargeAndIsWhole() {
        Manifest manifest = full("san").manifests("ecommerce").getFirst();
        Restoration restoration = simulation.ports().find(Restoration.class, "new1").orElseThrow();
        var before = simulation.clock().now();
        restoration.load(new Backup("san", manifest.id()));

        assertThat(Duration.between(before, simulation.clock().now())).isBetween(Duration.ofMinutes(8),
                Duration.ofMinutes(20));
        assertThat(restoration.state().phase()).isEqualTo(Phase.WHOLE);
        assertThat(restoration.compare(manifest)).isEmpty();
    }

    @Test
    void aServerThatDiesMeanwhileSaysItselfThatItIsHalfLoaded() {
        Manifest manifest = full("san").manifests("ecommerce").getFirst();
        Restoration restoration = simulation.ports().find(Restoration.class, "new1").orElseThrow();
        var server = simulation.model().server("new1").orElseThrow();
        simulation.model().later(Duration.ofMinutes(6), server::stop);
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> restoration.load(new Backup("san", manifest.id())))
                .isInstanceOf(dev.lifeboat.interpreter.builtin.Failure.class);
        simulation.model().change(server::start);
        assertThat(restoration.state().phase()).isEqualTo(Phase.LOADING);
        assertThat(Stories.server(simulation, "new1").state().halfRestored()).isTrue();
        restoration.load(new Backup("san", manifest.id()));
        assertThat(restoration.state().phase()).isEqualTo(Phase.WHOLE);
    }
}
