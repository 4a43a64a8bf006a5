package dev.lifeboat.builtins.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lifeboat.builtins.backup.Restoration.Backup;
import dev.lifeboat.builtins.backup.Restoration.Intake;
import dev.lifeboat.builtins.backup.Restoration.LogPlan;
import dev.lifeboat.builtins.backup.Restoration.Phase;
import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.builtin.Seen;
import org.junit.jupiter.api.Test;

/** What a restore is in any world: into a real server, and into one of the model. A subclass brings an empty spare, and a backup of another server that has rows. */
public abstract class RestorationContract {

    /** Of the spare. */
    protected abstract Restoration restoration();

    /** It lies in store `san`. */
    protected abstract Manifest manifest();

    /** The backup's server commits a transaction, and archives its logs in store `san`. */
    protected abstract GtidSet archived() throws Exception;

    /** The spare takes what Lifeboat writes, and nobody else: it is `read_only`, and not `super_read_only`. */
    protected abstract void open() throws Exception;

    private Backup backup() {
        return new Backup("san", manifest().id());
    }

    private LogPlan plan(GtidSet transactions) {
        return new LogPlan("san", manifest().cluster(), transactions);
    }

    private Failure failure(Runnable action) {
        Failure failure = catchThrowableOfType(Failure.class, action::run);
        assertThat(failure).isNotNull();
        return failure;
    }

    @Test
    protected void anEmptyServerSaysThatNothingWasRestored() {
        assertThat(restoration().state().phase()).isEqualTo(Phase.NONE);
        assertThat(restoration().state().backup()).isEmpty();
        assertThat(restoration().state().executed().isEmpty()).isTrue();
        assertThat(restoration().isLoaded(backup())).isEqualTo(Seen.NOT_DONE);
    }

    @Test
    protected void whatWasLoadedIsWholeAndTheServerSaysSo() {
        restoration().load(backup());

        assertThat(restoration().state().phase()).isEqualTo(Phase.WHOLE);
        assertThat(restoration().state().backup()).contains(backup());
        assertThat(restoration().state().took()).isPresent();
        assertThat(restoration().state().executed()).isEqualTo(manifest().executed());
        assertThat(restoration().compare(manifest())).isEmpty();
        assertThat(restoration().isLoaded(backup())).isEqualTo(Seen.DONE);
        assertThat(restoration().isLoaded(new Backup("s3", manifest().id()))).isEqualTo(Seen.NOT_DONE);
    }

    @Test
    protected void whatHasDataIsNotLoadedOver() {
        restoration().load(backup());
        assertThat(failure(() -> restoration().load(backup()))).hasMessageStartingWith("Backup `" + manifest().id()
                + "` is not restored into `" + restoration().name() + "`. It is not empty: ");
        assertThat(restoration().state().phase()).isEqualTo(Phase.WHOLE);
        assertThat(restoration().compare(manifest())).isEmpty();
    }

    @Test
    protected void archivedTransactionsAreExecutedUnderTheirOwnGtids() throws Exception {
        GtidSet later = archived();
        restoration().load(backup());
        assertThat(restoration().isApplied(plan(later))).isEqualTo(Seen.REPEATABLE);
        restoration().apply(plan(later));

        assertThat(restoration().isApplied(plan(later))).isEqualTo(Seen.DONE);
        assertThat(restoration().state().executed()).isEqualTo(manifest().executed().union(later));
        assertThat(restoration().state().phase()).isEqualTo(Phase.WHOLE);
        assertThat(restoration().compare(manifest())).as("a row more").isNotEmpty();
        restoration().apply(plan(later));
        assertThat(restoration().state().executed()).isEqualTo(manifest().executed().union(later));
    }

    @Test
    protected void whatIsInNoLogIsToldBeforeAnythingIsExecuted() throws Exception {
        GtidSet later = archived();
        restoration().load(backup());
        GtidSet nowhere = GtidSet.parse("dddddddd-0000-0000-0000-000000000009:1");
        assertThat(failure(() -> restoration().apply(plan(later.union(nowhere))))).hasMessageStartingWith(
                "Nothing was applied to `" + restoration().name() + "`: store `san` can't give " + nowhere + ".");
        assertThat(restoration().state().executed()).isEqualTo(manifest().executed());
        assertThat(restoration().state().phase()).isEqualTo(Phase.WHOLE);
    }

    /** As on a replica that received no more. */
    @Test
    protected void aTopUpGoesOnFromWhatIsThereAndChangesNothingElse() throws Exception {
        GtidSet first = archived();
        GtidSet all = first.union(archived());
        restoration().load(backup());
        open();
        assertThat(restoration().isToppedUp(plan(first))).isEqualTo(Seen.REPEATABLE);
        restoration().topUp(plan(first));
        assertThat(restoration().isToppedUp(plan(first))).isEqualTo(Seen.DONE);
        assertThat(restoration().isToppedUp(plan(all))).isEqualTo(Seen.REPEATABLE);
        restoration().topUp(plan(all));

        assertThat(restoration().isToppedUp(plan(all))).isEqualTo(Seen.DONE);
        assertThat(restoration().state().executed()).isEqualTo(manifest().executed().union(all));
        assertThat(restoration().state().phase()).isEqualTo(Phase.WHOLE);
        assertThat(restoration().compare(manifest())).as("two rows more").isNotEmpty();
        restoration().topUp(plan(all));
        assertThat(restoration().state().executed()).isEqualTo(manifest().executed().union(all));
    }

    @Test
    protected void aTopUpThatIsNotAllThereExecutesNothing() throws Exception {
        GtidSet later = archived();
        restoration().load(backup());
        open();
        GtidSet nowhere = GtidSet.parse("dddddddd-0000-0000-0000-000000000009:1");
        assertThat(failure(() -> restoration().topUp(plan(later.union(nowhere))))).hasMessageStartingWith(
                "Nothing was applied to `" + restoration().name() + "`: store `san` can't give " + nowhere + ".");
        assertThat(restoration().state().executed()).isEqualTo(manifest().executed());
    }

    @Test
    protected void aServerThatTakesNothingAtAllIsNotToppedUp() throws Exception {
        GtidSet later = archived();
        restoration().load(backup());
        assertThat(failure(() -> restoration().topUp(plan(later)))).hasMessageContaining("1290");
        assertThat(restoration().state().executed()).isEqualTo(manifest().executed());
    }

    @Test
    protected void whatItTakesInIsChangedAndPutBack() {
        Intake found = restoration().intake();
        assertThat(restoration().takesIn(Intake.ALL)).isEqualTo(Seen.NOT_DONE);
        restoration().setIntake(Intake.ALL);
        assertThat(restoration().intake()).isEqualTo(Intake.ALL);
        assertThat(restoration().takesIn(Intake.ALL)).isEqualTo(Seen.DONE);
        restoration().setIntake(found);
        assertThat(restoration().intake()).isEqualTo(found);
    }
}
