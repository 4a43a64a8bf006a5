package dev.lifeboat.builtins.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lifeboat.builtins.backup.FullBackups.Order;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.builtin.Seen;
import dev.lifeboat.interpreter.value.Value;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What full backups are in any world: of real servers in real stores, and of the model. A subclass brings two stores and a server with at least one table that has rows. */
public abstract class FullBackupsContract {
    protected static final Instant TWO = Instant.parse("2026-11-27T02:00:00Z");

    /** Of a store that is the same one each time that a test asks, and empty at its begin. */
    protected abstract StoredBackups backups();

    /** Of another store, which {@link #backups} knows by its name. */
    protected abstract StoredBackups elsewhere();

    /** The server of the order is the same in all of them. */
    protected abstract Order order(Instant began);

    private Manifest taken(Instant began) {
        backups().take(order(began));
        return backups().manifest(order(began).id()).orElseThrow();
    }

    @Test
    void whatWasTakenIsThereWithItsManifest() {
        assertThat(backups().taken(order(TWO))).isEqualTo(Seen.NOT_DONE);
        Manifest manifest = taken(TWO);

        assertThat(backups().taken(order(TWO))).isEqualTo(Seen.DONE);
        assertThat(backups().manifests(manifest.cluster())).containsExactly(manifest);
        assertThat(manifest.store()).isEqualTo(backups().name());
        assertThat(manifest.executed().isEmpty()).isFalse();
        assertThat(manifest.logFile()).isNotEmpty();
        assertThat(manifest.tables()).anySatisfy(table -> assertThat(table.rows()).isPositive());
        assertThat(manifest.size().bytes()).isPositive();
        assertThat(manifest.sha256()).hasSize(64);
        assertThat(manifest.serverUuid()).isEqualTo(order(TWO).serverUuid());
    }

    @Test
    void whatWasTakenIsSoundAndThatIsNoted() {
        Manifest manifest = taken(TWO);
        Verification verification = backups().verify(manifest.id());

        assertThat(verification).isEqualTo(Verification.sound(manifest.id(), verification.at()));
        assertThat(backups().verifications(manifest.cluster())).containsExactly(verification);
        assertThat(backups().manifests(manifest.cluster())).containsExactly(manifest);
    }

    @Test
    void whatComesOutIsADumpWithWhatTheManifestSays() throws IOException {
        Manifest manifest = taken(TWO);
        DumpScanner scanner = new DumpScanner();
        try (var sql = backups().sql(manifest)) {
            sql.transferTo(scanner);
        }
        assertThat(new ManifestCheck(manifest).objection(scanner.facts())).isEmpty();
    }

    @Test
    void aBackupIsNotReplaced() {
        Manifest manifest = taken(TWO);
        assertThatExceptionOfType(Failure.class).isThrownBy(() -> backups().take(order(TWO)))
                .withMessage("Store `" + backups().name() + "` has a backup `" + manifest.id()
                        + "` already, which stays as it is.");
        assertThat(backups().verify(manifest.id()).sound()).isTrue();
    }

    @Test
    void theOldestIsTheFirst() {
        Manifest later = taken(TWO.plus(Duration.ofDays(1)));
        Manifest earlier = taken(TWO);
        assertThat(backups().manifests(later.cluster())).containsExactly(earlier, later);
        assertThat(backups().strays(later.cluster())).isEmpty();
    }

    @Test
    void whatWasRemovedIsGone() {
        Manifest manifest = taken(TWO);
        assertThat(backups().removed(manifest.id())).isEqualTo(Seen.NOT_DONE);
        backups().remove(manifest.id());
        backups().remove(manifest.id());
        assertThat(backups().removed(manifest.id())).isEqualTo(Seen.DONE);
        assertThat(backups().parts().store().list("")).isEmpty();
    }

    @Test
    void aCopyIsTheSameAndOpens() {
        Manifest manifest = taken(TWO);
        assertThat(backups().copied(manifest.id(), elsewhere().name())).isEqualTo(Seen.NOT_DONE);
        backups().copy(manifest.id(), elsewhere().name());

        assertThat(backups().copied(manifest.id(), elsewhere().name())).isEqualTo(Seen.DONE);
        assertThat(elsewhere().manifests(manifest.cluster())).containsExactly(manifest.in(elsewhere().name()));
        assertThat(elsewhere().verify(manifest.id()).sound()).isTrue();
        backups().copy(manifest.id(), elsewhere().name());
    }

    @Test
    void whatIsNotThereIsSaidNotToBe() {
        String id = new BackupId("shop", TWO, "nobody").toString();
        assertThat(backups().manifest(id)).isEmpty();
        assertThatExceptionOfType(Failure.class).isThrownBy(() -> backups().verify(id))
                .withMessage("Store `" + backups().name() + "` has no backup `" + id + "`.");
        assertThatExceptionOfType(Failure.class).isThrownBy(() -> backups().verify("hello"))
                .withMessage("`hello` is no name of a backup.");
    }

    @Test
    void howRestoresWentIsKept() {
        String cluster = order(TWO).cluster();
        Drill drill = new Drill(order(TWO).id(), cluster, "new1", TWO, new Value.Size(10), new Value.Size(5),
                Duration.ofSeconds(1), Duration.ofSeconds(20), 7, Duration.ofMillis(1500), true, "");
        assertThat(backups().recorded(drill)).isEqualTo(Seen.NOT_DONE);
        backups().record(drill);
        assertThat(backups().drills(cluster)).isEqualTo(List.of(drill));
        assertThat(backups().manifests(cluster)).isEmpty();
    }
}
