package dev.lifeboat.builtins.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lifeboat.builtins.mysql.BinaryLogs.Page;
import dev.lifeboat.builtins.mysql.BinaryLogs.Wanted;
import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.LoggedTransaction;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.builtin.Seen;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an archive of binary logs is in any world: of real servers in real stores, and of the model. A subclass brings two stores and two servers, the primary `db1` and its replica `db2`. */
public abstract class LogArchiveContract {
    protected static final String CLUSTER = "ecommerce";
    private static final Duration RPO = Duration.ofMinutes(5);

    /** Of store `san`, which is empty at the begin. */
    protected abstract LogArchive archive();

    /** Of store `s3`, which is empty as well. */
    protected abstract LogArchive elsewhere();

    /** The application commits a transaction on `db1`. */
    protected abstract GtidSet write();

    /** Returns when `db2` has all that `db1` has. */
    protected abstract void awaitApplied();

    /** All that a server has logged up to now is gone from its logs. */
    protected abstract void purge(String server);

    private List<ArchivedLog> logs() {
        return archive().logs(CLUSTER);
    }

    private LogChain chain() {
        return LogChain.of(logs());
    }

    private void assertSound() {
        assertThat(chain().gaps()).isEmpty();
        assertThat(archive().verify(CLUSTER, GtidSet.EMPTY)).isEmpty();
    }

    @Test
    protected void allIsBroughtOnceAndJoins() {
        GtidSet first = write();
        archive().archive(CLUSTER, "db1");
        List<ArchivedLog> before = logs();
        GtidSet second = write();
        archive().archive(CLUSTER, "db1");

        assertThat(logs()).startsWith(before.toArray(ArchivedLog[]::new)).hasSizeGreaterThan(before.size());
        assertThat(chain().holds().contains(first.union(second))).isTrue();
        assertThat(logs()).allMatch(log -> log.server().equals("db1"));
        assertSound();
    }

    @Test
    protected void whatIsLookedForIsFoundOnceThoughItComesInPages() {
        GtidSet written = write().union(write()).union(write()).union(write());
        archive().archive(CLUSTER, "db1");
        String uuid = logs().getFirst().serverUuid();

        Wanted wanted = Wanted.those(written).atMost(3);
        Page first = archive().search(CLUSTER, uuid, logs().getFirst().begin(), wanted);
        assertThat(first.transactions()).hasSize(3);
        assertThat(first.end()).isFalse();
        Page second = archive().search(CLUSTER, uuid, first.next(), wanted);
        assertThat(second.transactions()).hasSize(1);
        assertThat(found(first).union(found(second))).isEqualTo(written);
    }

    private static GtidSet found(Page page) {
        return page.transactions().stream().map(LoggedTransaction::gtid).reduce(GtidSet.EMPTY, GtidSet::union);
    }

    @Test
    protected void whatHadBeenExecutedBeforeATransactionIsKnown() {
        GtidSet first = write();
        GtidSet second = write();
        GtidSet third = write();
        archive().archive(CLUSTER, "db1");

        GtidSet before = archive().before(CLUSTER, second);
        assertThat(before.contains(first)).isTrue();
        assertThat(before.intersect(second.union(third)).isEmpty()).isTrue();
        GtidSet nowhere = GtidSet.parse("dddddddd-0000-0000-0000-000000000009:1");
        assertThatExceptionOfType(Failure.class).isThrownBy(() -> archive().before(CLUSTER, nowhere))
                .withMessageContaining(nowhere.toString());
    }

    @Test
    protected void whatWasPurgedBeforeItWasArchivedIsToldAndComesFromAnother() {
        write();
        archive().archive(CLUSTER, "db1");
        GtidSet lost = write();
        awaitApplied();
        purge("db1");
        GtidSet kept = write();

        Failure failure = catchThrowableOfType(Failure.class, () -> archive().archive(CLUSTER, "db1"));
        assertThat(failure).hasMessageStartingWith("There is a hole in the logs of `db1` in store `san`: ");
        assertThat(chain().holds().contains(kept)).as("all that is left").isTrue();
        assertThat(archive().verify(CLUSTER, GtidSet.EMPTY)).singleElement()
                .satisfies(damage -> assertThat(damage.lost().contains(lost)).isTrue());
        assertThat(LogWay.of(chain(), lost.union(kept)).missing().contains(lost)).isTrue();

        awaitApplied();
        archive().archive(CLUSTER, "db2");
        assertThat(LogWay.of(chain(), lost.union(kept)).missing().isEmpty()).isTrue();
    }

    @Test
    protected void aStreamBringsWhatComesWithoutClosingAFile() {
        write();
        archive().archive(CLUSTER, "db1");
        GtidSet written = write();
        archive().stream(CLUSTER, "db1", Duration.ofSeconds(1), RPO);

        assertThat(chain().holds().contains(written)).isTrue();
        assertThat(logs()).last().matches(log -> !log.closed());
        GtidSet more = write();
        archive().stream(CLUSTER, "db1", Duration.ofSeconds(1), RPO);
        assertThat(chain().holds().contains(more)).isTrue();
        assertSound();
    }

    @Test
    protected void aCopyIsTheSame() {
        GtidSet written = write();
        archive().archive(CLUSTER, "db1");
        logs().forEach(part -> archive().copy(part, "s3"));

        assertThat(elsewhere().logs(CLUSTER)).hasSameSizeAs(logs());
        assertThat(LogChain.of(elsewhere().logs(CLUSTER)).holds().contains(written)).isTrue();
        assertThat(elsewhere().verify(CLUSTER, GtidSet.EMPTY)).isEmpty();
    }

    @Test
    protected void whatIsRemovedIsGone() {
        write();
        archive().archive(CLUSTER, "db1");
        ArchivedLog one = logs().getFirst();
        assertThat(archive().removed(one)).isEqualTo(Seen.NOT_DONE);
        logs().forEach(archive()::remove);
        assertThat(archive().removed(one)).isEqualTo(Seen.DONE);
        assertThat(logs()).isEmpty();
    }
}
