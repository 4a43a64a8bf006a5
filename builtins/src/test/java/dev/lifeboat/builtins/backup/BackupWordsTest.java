package dev.lifeboat.builtins.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lifeboat.builtins.fakes.FakeEstate;
import dev.lifeboat.builtins.inventory.Inventory.Keep;
import dev.lifeboat.builtins.inventory.Inventory.Store;
import dev.lifeboat.builtins.inventory.StorePlan;
import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.MySqlServer.Answer;
import dev.lifeboat.builtins.mysql.MySqlServer.ReadOnly;
import dev.lifeboat.builtins.mysql.MySqlServer.ThreadState;
import dev.lifeboat.builtins.store.ObjectsOfStore;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.value.Value;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupWordsTest {
    @TempDir
    private Path folder;
    private final FakeEstate estate = new FakeEstate();
    private GivenBackups given;
    private BackupBuiltins words;

    @BeforeEach
    void begin() {
        given = new GivenBackups(folder);
        for (String store : new String[]{"san", "s3"}) {
            estate.stores.put(store, new Store(new StorePlan.Directory(store), Optional.of("backup"),
                    new Keep(Optional.of(Duration.ofDays(30)), Optional.empty())));
            estate.call.with(given.in(store));
        }
        estate.call.names.put("cluster",
                new Value.Fields("cluster", new LinkedHashMap<>(Map.of("name", new Value.Text("ecommerce")))));
        given.dump = GivenBackups.DUMP.replace(GivenBackups.UUID + ":1-5", estate.db1.state().executed().toString());
        words = new BackupBuiltins(estate.inventory());
    }

    private ObjectsOfStore store(String name) {
        return new ObjectsOfStore(given.in(name).parts().store());
    }

    private Manifest taken() {
        Manifest manifest = words.full(estate.call, estate.db2, store("san"));
        estate.call.time = estate.call.time.plusSeconds(3600);
        return manifest;
    }

    private void assertRefused(String message, ThrowingCallable call) {
        assertThatExceptionOfType(Failure.class).isThrownBy(call).withMessage(message);
        assertThat(given.in("san").parts().store().list("")).isEmpty();
    }

    private void assertNotTaken(String why) {
        assertRefused("No backup is taken of `db2`: " + why,
                () -> words.full(estate.call, estate.db2, store("san")));
    }

    @Test
    void itsInverseRemovesWhatWasTaken() {
        Manifest manifest = taken();

        assertThat(words.list(estate.call, estate.cluster())).containsExactly(manifest);
        assertThat(estate.call.inverses).containsExactly("backup.discard[" + manifest.id() + "]");
        words.discard(estate.call, "san", manifest.id());
        assertThat(words.list(estate.call, estate.cluster())).isEmpty();
    }

    @Test
    void aServerThatDoesNotReplicateIsRefused() {
        estate.db2.channel.orElseThrow().applier = ThreadState.OFF;
        assertNotTaken("it does not replicate: its receiver is ON, its applier OFF.");
    }

    @Test
    void aFencedServerThatFollowsNobodyIsRefused() {
        estate.db2.channel = Optional.empty();
        estate.db2.readOnly = ReadOnly.FENCED;
        assertNotTaken("it follows nobody and is fenced: it may have what its cluster has not.");
    }

    @Test
    void aHalfRestoredServerIsRefused() {
        estate.db2.halfRestored = true;
        assertThatExceptionOfType(Failure.class).isThrownBy(() -> words.full(estate.call, estate.db2, store("san")))
                .withMessageStartingWith("`db2` can't be handled: It is half restored");
    }

    @Test
    void transactionsThatThePrimaryHasNotAreRefused() {
        estate.db2.has("db2", 1);
        String errant = estate.db2.state().executed().subtract(estate.db1.state().executed()).toString();
        assertNotTaken("it has transactions that the primary `db1` has not: " + errant
                + ". With the backup they would come back.");
    }

    @Test
    void transactionsThatCameFromNowhereMeanwhileAreRefusedAndNothingIsLeft() {
        String nowhere = "dddddddd-0000-0000-0000-000000000009:1-5";
        given.dump = GivenBackups.DUMP.replace(GivenBackups.UUID + ":1-5", nowhere);
        assertNotTaken("it had transactions that the primary `db1` has not: " + nowhere
                + ". With the backup they would come back.");
    }

    @Test
    void aPrimaryThatIsGoneKeepsNobodyFromABackup() {
        estate.db1.answer = Answer.REFUSED;
        taken();
        assertThat(estate.call.done).anyMatch(what -> what.startsWith("db2: was not compared with its primary: "));
    }

    @Test
    void theLastGoodOneIsTheNewestSoundOneWithoutTheTransaction() throws Exception {
        GtidSet all = estate.db1.state().executed();
        GtidSet bad = GtidSet.of(all.sources().getFirst(), all.last(all.sources().getFirst()));
        given.dump = given.dump.replace(all.toString(), all.subtract(bad).toString());
        Manifest oldest = taken();
        Manifest damaged = taken();
        given.dump = given.dump.replace(all.subtract(bad).toString(), all.toString());
        Manifest newest = taken();
        given.in("san").parts().store().replace(BackupPlace.of(damaged).dump(), new byte[7]);

        assertThat(words.lastGood(estate.call, new Value.Handle("gtids", bad.toString()))).isEqualTo(oldest);
        assertThat(estate.call.done).anyMatch(what -> what.contains(damaged.id() + " is not sound: "))
                .anyMatch(what -> what.endsWith(oldest.id() + " is sound, read now"));
        assertThat(words.lastGood(estate.call, new Value.Timestamp(newest.ended()))).isEqualTo(newest);
        assertThat(words.lastGood(estate.call, new Value.Handle("gtids", bad.toString()))).isEqualTo(oldest);
        assertThat(estate.call.done).anyMatch(what -> what.endsWith(oldest.id() + " is sound, read before"));
    }

    @Test
    void withoutAnyThatIsSaid() {
        assertRefused("No store has a sound full backup of `ecommerce` of before that.",
                () -> words.lastGood(estate.call, new Value.Handle("gtids", "")));
        assertRefused("`backup.last_good` can't tell what is before `noon`.",
                () -> words.lastGood(estate.call, new Value.Text("noon")));
    }

    @Test
    void aCopyIsListedAndItsInverseRemovesIt() {
        Manifest manifest = taken();
        words.copy(estate.call, manifest, store("s3"));
        assertThat(words.list(estate.call, estate.cluster())).extracting(Manifest::store).containsExactly("san", "s3");
        assertThat(estate.call.inverses).last().isEqualTo("backup.discard[" + manifest.id() + "]");
        words.copy(estate.call, manifest, store("s3"));
        assertThat(estate.call.inverses).hasSize(2);
    }

    @Test
    void nothingIsPrunedWhileLogsAreFrozen() {
        estate.db3.autoPurge = false;
        assertThatExceptionOfType(Failure.class).isThrownBy(() -> words.prune(estate.call, store("san")))
                .withMessage("Nothing is pruned in store `san`: `db3` of cluster `ecommerce` is kept from purging its "
                        + "binary logs, so that an incident may be going on.");
    }
}
