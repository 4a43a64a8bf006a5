package dev.lifeboat.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lifeboat.builtins.backup.BackupId;
import dev.lifeboat.builtins.backup.FullBackups.Order;
import dev.lifeboat.builtins.backup.FullBackupsContract;
import dev.lifeboat.builtins.backup.Manifest;
import dev.lifeboat.builtins.backup.StoredBackups;
import dev.lifeboat.builtins.backup.Verification;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.builtin.IdentityGuard;
import dev.lifeboat.simulator.fault.Damage;
import dev.lifeboat.simulator.fault.Damage.How;
import dev.lifeboat.simulator.fault.Fault;
import dev.lifeboat.simulator.fault.Faults;
import dev.lifeboat.simulator.fault.ServerFault;
import dev.lifeboat.simulator.fault.StoreFault;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The contract of full backups, on the model; and what a scenario lets happen to them. */
class SimFullBackupsTest extends FullBackupsContract {
    private static final Instant THREE = TWO.plusSeconds(3600);
    private final Simulation simulation = Stories.play("start_run: 5s");
    private final SimBackups ports = new SimBackups(
            SimWorld.of(Stories.example(), Stories.told("start_run: 5s"), simulation.model(),
                    new Spending(simulation.clock(), simulation.model().chance())),
            IdentityGuard.NONE, simulation.clock(), quiet -> {});

    @Override
    protected StoredBackups backups() {
        return ports.stored("san").orElseThrow();
    }

    @Override
    protected StoredBackups elsewhere() {
        return ports.stored("s3").orElseThrow();
    }

    @Override
    protected Order order(Instant began) {
        var db2 = simulation.model().server("db2").orElseThrow();
        return new Order(new BackupId("ecommerce", began, "db2").toString(), "ecommerce", "db2", db2.uuid(),
                db2.identity().version(), "", began);
    }

    private Manifest taken(Instant began) {
        backups().take(order(began));
        return backups().manifest(order(began).id()).orElseThrow();
    }

    private void happen(Fault fault) {
        new Faults(simulation.model()).happen(fault);
    }

    @ParameterizedTest
    @EnumSource(value = How.class, names = "FORGET", mode = EnumSource.Mode.EXCLUDE)
    void damageIsFound(How how) {
        taken(TWO);
        Manifest newest = taken(THREE);
        assertThat(backups().verify(newest.id()).sound()).isTrue();
        happen(new Fault.Damaged(new Damage("san", Damage.Kind.FULL, Damage.Which.NEWEST, how)));
        Verification found = backups().verify(newest.id());
        assertThat(found.sound()).isFalse();
        assertThat(found.complaint()).isNotEmpty();
        assertThat(found.advice()).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = StoreFault.class, names = {"KEY_LOST", "KEY_CHANGED"})
    void aKeyThatIsGoneIsFound(StoreFault fault) {
        Manifest manifest = taken(TWO);
        happen(new Fault.OnStore(fault, "san"));
        assertThat(backups().verify(manifest.id()).sound()).isFalse();
    }

    @Test
    void aKeyThatWasRotatedOpensWhatItSealed() {
        Manifest manifest = taken(TWO);
        happen(new Fault.OnStore(StoreFault.KEY_ROTATED, "san"));
        assertThat(backups().verify(manifest.id()).sound()).isTrue();
        assertThat(taken(THREE).key()).isEqualTo("model-2");
    }

    @ParameterizedTest
    @EnumSource(value = ServerFault.class, names = {"DUMPS_EMPTY", "DUMPS_CUT"})
    void aDumpThatIsNotWholeIsNoBackup(ServerFault fault) {
        happen(new Fault.OnServer(fault, "db2"));
        assertThatExceptionOfType(Failure.class).isThrownBy(() -> backups().take(order(TWO)))
                .withMessageStartingWith("What `db2` gave is no backup");
        assertThat(backups().manifests("ecommerce")).isEmpty();
        assertThat(ports.objects("san").list("")).isEmpty();
    }
}
