package dev.lifeboat.builtins.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lifeboat.interpreter.builtin.Failure;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backups in folders, of a server whose dump is given; and what is not taken for one. */
class StoredBackupsTest extends FullBackupsContract {
    @TempDir
    private Path folder;
    private GivenBackups given;

    @BeforeEach
    void begin() {
        given = new GivenBackups(folder);
    }

    @Override
    protected StoredBackups backups() {
        return given.in("san");
    }

    @Override
    protected StoredBackups elsewhere() {
        return given.in("s3");
    }

    @Override
    protected FullBackups.Order order(Instant began) {
        return GivenBackups.order(began);
    }

    @Test
    void aServerThatIsLostLeavesNothing() {
        given.dump = "";
        assertNothingIsLeft("`db2` is gone.");
    }

    @Test
    void aDumpWithoutItsEndLeavesNothing() {
        given.dump = GivenBackups.DUMP.substring(0, GivenBackups.DUMP.length() - 45);
        assertNothingIsLeft("What `db2` gave is no backup: it contains a dump whose last line is not "
                + "`-- Dump completed`: nobody knows what is missing. It was thrown away.");
    }

    @Test
    void aDumpThatSaysNothingOfItsTransactionsLeavesNothing() {
        given.dump = GivenBackups.DUMP.replace("GTID_PURGED", "OTHER");
        assertNothingIsLeft("What `db2` gave is no backup: it contains a dump whose header has no GTID set: nobody "
                + "knows which transactions are in it. It was thrown away.");
    }

    @Test
    void anEmptyDumpThatEndsWellLeavesNothing() {
        given.dump = GivenBackups.DUMP.lines().filter(line -> line.startsWith("SET") || line.startsWith("--"))
                .reduce("", (one, other) -> one + other + "\n");
        assertNothingIsLeft("What `db2` gave is no backup: it contains a dump that ends as it should and has no table "
                + "in it. It was thrown away.");
    }

    private void assertNothingIsLeft(String message) {
        assertThatExceptionOfType(Failure.class).isThrownBy(() -> backups().take(order(TWO))).withMessage(message);
        assertThat(backups().parts().store().list("")).isEmpty();
    }

    @Test
    void aKeyThatTheOtherStoreLacksIsToldBeforeAnythingIsCopied() {
        backups().take(order(TWO));
        given.key("s3", SealKeys.parse(SealKeys.create().text(), "secret `s3-backup`"));
        assertThatExceptionOfType(Failure.class).isThrownBy(() -> backups().copy(order(TWO).id(), "s3"))
                .withMessage(
                        "Backup `shop-20261127T020000Z-db2` of store `san` is not copied to store `s3`: it could not "
                                + "be opened there. Key " + given.key("san").primary()
                                + " is not to be had: it is not among the keys of secret `s3-backup`, which are "
                                + given.key("s3").primary()
                                + ". Without it nothing that it has sealed can be opened.");
        assertThat(elsewhere().parts().store().list("")).isEmpty();
    }

    @Test
    void aBackupOfBeforeARotationStaysOne() {
        backups().take(order(TWO));
        given.key("san", given.key("san").rotated());
        backups().take(order(TWO.plusSeconds(1)));

        assertThat(backups().manifests("shop")).extracting(Manifest::key).doesNotHaveDuplicates();
        assertThat(backups().manifests("shop"))
                .allSatisfy(manifest -> assertThat(backups().verify(manifest.id()).sound()).isTrue());
    }
}
