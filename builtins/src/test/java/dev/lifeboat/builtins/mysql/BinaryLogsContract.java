package dev.lifeboat.builtins.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.builtins.Eventually;
import dev.lifeboat.builtins.mysql.BinaryLogs.LogFile;
import dev.lifeboat.builtins.mysql.BinaryLogs.Page;
import dev.lifeboat.builtins.mysql.BinaryLogs.Wanted;
import dev.lifeboat.builtins.mysql.MySqlServer.ReadOnly;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every adapter of {@link BinaryLogs} does. */
public abstract class BinaryLogsContract {
    private static final ReadOnly LIFEBOAT_ALONE = new ReadOnly(true, false, Optional.empty(), Optional.empty());

    public abstract GivenLogs given();

    private BinaryLogs logs() {
        return given().logs("db1");
    }

    private List<LoggedTransaction> all(Wanted wanted) {
        return all(logs(), wanted);
    }

    private static List<LoggedTransaction> all(BinaryLogs logs, Wanted wanted) {
        List<LoggedTransaction> found = new ArrayList<>();
        Page page = logs.read(logs.files().getFirst().start(), wanted);
        found.addAll(page.transactions());
        while (!page.end()) {
            page = logs.read(page.next(), wanted);
            found.addAll(page.transactions());
        }
        return found;
    }

    private LoggedTransaction one(GtidSet gtid) {
        List<LoggedTransaction> found = all(Wanted.rowsOf(gtid));
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    @Test
    void anInsertedRowIsThereWithItsGtidItsTimeAndItsImage() {
        Instant before = given().server("db1").state().clock();
        GtidSet gtid = given().insert("db1", 5501, "it's one");
        LoggedTransaction found = one(gtid);

        assertThat(found.gtid()).isEqualTo(gtid);
        assertThat(found.committed()).isBetween(before.minusSeconds(1), given().server("db1").state().clock());
        assertThat(found.tables()).containsExactly("shop.orders");
        assertThat(List.of(found.inserts(), found.updates(), found.deletes())).containsExactly(1L, 0L, 0L);
        assertThat(found.rows()).singleElement().satisfies(row -> {
            assertThat(row.table()).isEqualTo("shop.orders");
            assertThat(row.kind()).isEqualTo(RowKind.INSERT);
            assertThat(row.key()).isEqualTo("id=5501");
            assertThat(row.before()).isEmpty();
            assertThat(row.after()).startsWith("id=5501, note='it''s one'");
        });
        assertThat(found.whole()).isTrue();
    }

    @Test
    void anUpdateHasTheRowAsItWasAndAsItIs() {
        given().insert("db1", 5502, "old");
        RowImage row = one(given().update("db1", 5502, "new")).rows().getFirst();

        assertThat(row.kind()).isEqualTo(RowKind.UPDATE);
        assertThat(row.key()).isEqualTo("id=5502");
        assertThat(row.before()).startsWith("id=5502, note='old'");
        assertThat(row.after()).startsWith("id=5502, note='new'");
    }

    @Test
    void aDeleteHasTheRowAsItWas() {
        given().insert("db1", 5503, "gone");
        RowImage row = one(given().delete("db1", 5503)).rows().getFirst();

        assertThat(row.kind()).isEqualTo(RowKind.DELETE);
        assertThat(row.before()).startsWith("id=5503, note='gone'");
        assertThat(row.after()).isEmpty();
    }

    @Test
    void whatIsNotAskedForIsLeftOut() {
        GtidSet insert = given().insert("db1", 5504, "x");
        GtidSet delete = given().delete("db1", 5504);

        assertThat(gtids(all(wanted(List.of("shop.orders"), Optional.of(RowKind.DELETE), 0)))).contains(delete)
                .doesNotContain(insert);
        assertThat(gtids(all(wanted(List.of("shop.*"), Optional.empty(), 1)))).contains(insert, delete);
        assertThat(all(wanted(List.of("shop.*"), Optional.empty(), 1_000))).isEmpty();
        assertThat(all(wanted(List.of("shop.customers"), Optional.empty(), 0))).isEmpty();
        assertThat(all(Wanted.those(insert))).singleElement()
                .satisfies(found -> assertThat(found.rows()).as("without its rows").isEmpty());
    }

    private static Wanted wanted(List<String> tables, Optional<RowKind> kind, long least) {
        return new Wanted(GtidSet.EMPTY, Optional.empty(), Optional.empty(), tables, kind, least, List.of(), false,
                1_000);
    }

    private static List<GtidSet> gtids(List<LoggedTransaction> found) {
        return found.stream().map(LoggedTransaction::gtid).toList();
    }

    @Test
    void timesAreToTheMicrosecondAndTheLastIsNotMeant() {
        GtidSet first = given().insert("db1", 5505, "x");
        given().clock().sleep(Duration.ofMillis(20));
        GtidSet second = given().insert("db1", 5506, "x");
        Instant at = one(second).committed();

        assertThat(one(first).committed()).isBefore(at);
        assertThat(gtids(all(between(one(first).committed(), at)))).contains(first).doesNotContain(second);
        assertThat(gtids(all(between(at, at.plusNanos(1_000))))).contains(second).doesNotContain(first);
    }

    private static Wanted between(Instant from, Instant to) {
        return new Wanted(GtidSet.EMPTY, Optional.of(from), Optional.of(to), List.of(), Optional.empty(), 0,
                List.of(), false, 1_000);
    }

    @Test
    void aPageGoesOnWhereTheLastOneEnded() {
        GtidSet three = given().insert("db1", 5507, "x").union(given().insert("db1", 5508, "x"))
                .union(given().insert("db1", 5509, "x"));
        List<LoggedTransaction> found = all(Wanted.those(three).atMost(1));

        assertThat(found).extracting(LoggedTransaction::inserts).containsExactly(1L, 1L, 1L);
        assertThat(gtids(found)).isSortedAccordingTo(java.util.Comparator.comparing(GtidSet::toString));
    }

    @Test
    void transactionsThatTouchARowAreFound() {
        GtidSet insert = given().insert("db1", 5510, "x");
        GtidSet other = given().insert("db1", 5511, "x");
        GtidSet update = given().update("db1", 5510, "y");
        List<String> places = one(insert).rows().stream().flatMap(row -> row.places().stream()).toList();

        assertThat(gtids(all(Wanted.touching(places)))).contains(insert, update).doesNotContain(other);
    }

    @Test
    void aReplicaHasTheTimeAtWhichItsSourceCommitted() {
        GtidSet insert = given().insert("db1", 5512, "x");
        given().server("db2").waitForExecuted(insert, Eventually.SOON);

        assertThat(all(given().logs("db2"), Wanted.rowsOf(insert))).containsExactly(one(insert));
    }

    @Test
    void theFilesOfAServerThatIsDeadAreReadOnItsHost() {
        GtidSet insert = given().insert("db1", 5513, "x");
        GtidSet delete = given().delete("db1", 5513);
        GtidSet executed = logs().executed();
        LoggedTransaction before = one(delete);
        given().kill("db1");

        assertThat(logs().executed().contains(executed)).isTrue();
        LoggedTransaction after = one(delete);
        assertThat(after.committed()).isEqualTo(before.committed());
        assertThat(after.tables()).isEqualTo(before.tables());
        assertThat(after.deletes()).isEqualTo(1);
        assertThat(after.rows().getFirst().before()).contains("5513");
        assertThat(gtids(all(Wanted.those(insert)))).containsExactly(insert);
        assertThat(logs().files()).extracting(LogFile::size).allMatch(size -> size > 0);
    }

    @Test
    void whatNoReplicaReceivedIsAppliedToOneOutOfTheFiles() {
        given().server("db2").stopReceiver();
        GtidSet tail = given().insert("db1", 5514, "lost?").union(given().insert("db1", 5515, "x"))
                .union(given().update("db1", 5514, "it's kept")).union(given().delete("db1", 5515));
        given().kill("db1");
        GtidSet missing = logs().executed().subtract(given().server("db2").state().executed());
        assertThat(missing.contains(tail)).isTrue();

        OnServers.assertRefused(1290, () -> given().logs("db2").take("db1", missing));
        given().server("db2").setReadOnly(LIFEBOAT_ALONE);
        given().logs("db2").take("db1", missing);
        given().server("db2").setReadOnly(ReadOnly.FENCED);

        assertThat(given().server("db2").state().executed().contains(missing)).isTrue();
        assertThat(all(given().logs("db2"), Wanted.rowsOf(tail))).extracting(LoggedTransaction::changes)
                .containsExactly(1L, 1L, 1L, 1L);
    }
}
