package dev.lifeboat.builtins.mysql.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeboat.builtins.fakes.FakeBinaryLogs;
import dev.lifeboat.builtins.fakes.FakeEstate;
import dev.lifeboat.builtins.fakes.FakeMySqlServer;
import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.LoggedTransaction;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.MySqlServer.Answer;
import dev.lifeboat.builtins.mysql.MySqlServer.ReadOnly;
import dev.lifeboat.builtins.mysql.RowImage;
import dev.lifeboat.builtins.mysql.RowKind;
import dev.lifeboat.interpreter.builtin.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of transactions that only an old primary has: when they are written down or saved, and when not. */
class HistoryTest {
    private static final GtidSet LOST = GtidSet.of(FakeMySqlServer.uuidOf("db1"), 101, 102);
    private final FakeEstate estate = new FakeEstate();
    private final FakeBinaryLogs logs = new FakeBinaryLogs("db1");
    private final FakeBinaryLogs winners = new FakeBinaryLogs("db2");

    @BeforeEach
    void db2IsThePrimaryAndDb1IsBackWithATail() {
        estate.call.with(logs, winners);
        estate.db1.has("db1", 102).readOnly = ReadOnly.FENCED;
        estate.db1.clientWrites = LOST;
        estate.db2.readOnly = ReadOnly.WRITABLE;
        estate.db2.channel.orElseThrow().receiver = MySqlServer.ThreadState.OFF;
        logs.executed = estate.db1.executed;
        logs.transactions.add(lost(101, List.of()));
        logs.transactions.add(lost(102, List.of()));
    }

    private static LoggedTransaction lost(long number, List<String> statements) {
        return new LoggedTransaction(GtidSet.of(FakeMySqlServer.uuidOf("db1"), number),
                Instant.parse("2026-01-01T03:00:00Z").plusSeconds(number), List.of("shop.orders"), 1, 0, 0, statements,
                List.of(new RowImage("shop.orders", RowKind.INSERT, "id=" + number, true, "", "", "id=" + number)),
                true);
    }

    private LostLedger quarantine() {
        return new MySqlHistory(estate.inventory()).quarantine(estate.call, estate.db1);
    }

    @Test
    void aLedgerHoldsWhatOnlyTheOldPrimaryHas() {
        LostLedger ledger = quarantine();

        assertThat(ledger.gtids()).isEqualTo(LOST);
        assertThat(ledger.rows()).isEqualTo(2);
        assertThat(ledger.summary()).isEqualTo(
                "has 2 transactions of the application's that db2 has not: 2 rows of shop.orders, committed from 2026-01-01T03:01:41Z to 2026-01-01T03:01:42Z");
        assertThat(estate.call.text("quarantined on db1")).isEqualTo(LOST.toString());
        assertThat(estate.db1.calls).as("it was fenced").isEmpty();
    }

    @Test
    void oneThatIsNotFencedIsFenced() {
        estate.db1.readOnly = new ReadOnly(true, true, java.util.Optional.empty(), java.util.Optional.empty());
        quarantine();

        assertThat(estate.db1.readOnly).isEqualTo(ReadOnly.FENCED);
        assertThat(estate.call.inverses).singleElement().asString().startsWith("mysql.unfence");
    }

    @Test
    void whatIsPurgedOrMissingIsNotPassedOver() {
        estate.db1.purged = GtidSet.of(FakeMySqlServer.uuidOf("db1"), 1, 101);
        assertThatThrownBy(this::quarantine).isInstanceOf(Failure.class)
                .hasMessageContaining("the binary logs of 1 transaction are purged")
                .hasMessageEndingWith("It stays fenced.");
        estate.db1.purged = GtidSet.EMPTY;
        logs.transactions.removeLast();
        assertThatThrownBy(this::quarantine).isInstanceOf(Failure.class)
                .hasMessageContaining("its binary logs do not have " + FakeMySqlServer.uuidOf("db1") + ":102");
        assertThat(estate.call.text("quarantined on db1")).isEmpty();
    }

    @Test
    void withoutOnePrimaryNothingCanBeCompared() {
        estate.db2.readOnly = ReadOnly.REPLICA;
        assertThatThrownBy(this::quarantine).isInstanceOf(Failure.class)
                .hasMessageStartingWith("No other server of the cluster of `db1` takes writes");
        estate.db2.readOnly = ReadOnly.WRITABLE;
        estate.db3.readOnly = ReadOnly.WRITABLE;
        assertThatThrownBy(this::quarantine).isInstanceOf(Failure.class)
                .hasMessageStartingWith("Several servers take writes");
    }

    private void salvage() {
        new MySqlHistory(estate.inventory()).salvageTail(estate.call, estate.db1, estate.db2);
    }

    private void db2IsElected() {
        estate.db2.readOnly = ReadOnly.REPLICA;
        estate.db1.answer = Answer.REFUSED;
        estate.call.knows("candidate", "db2");
        estate.call.facts.put("loss", new dev.lifeboat.interpreter.value.Value.Span(Duration.ofSeconds(9)));
        winners.onTake = () -> estate.db2.has("db1", 102);
    }

    @Test
    void theTailIsAppliedWhileLifeboatAloneMayWriteAndTheLossIsGone() {
        db2IsElected();
        salvage();

        assertThat(winners.calls).containsExactly("take from db1 " + LOST);
        assertThat(estate.db2.readOnly).isEqualTo(ReadOnly.REPLICA);
        assertThat(estate.call.facts.get("loss"))
                .isEqualTo(new dev.lifeboat.interpreter.value.Value.Span(Duration.ZERO));
        assertThat(estate.call.done).last().asString().contains("has what only db1 had: 2 transactions");
    }

    @Test
    void aTailThatDidNotComeIsNoSuccess() {
        db2IsElected();
        winners.onTake = () -> estate.db2.has("db1", 101);
        assertThatThrownBy(this::salvage).isInstanceOf(Failure.class)
                .extracting(failure -> ((Failure) failure).outcome()).isEqualTo(Failure.Outcome.UNKNOWN);
        assertThat(estate.db2.readOnly).isEqualTo(ReadOnly.REPLICA);
    }

    @Test
    void nothingIsSalvagedToAServerThatTakesWritesOrHasAnotherHistory() {
        assertThatThrownBy(this::salvage).isInstanceOf(Failure.class).hasMessageContaining("it takes writes");
        db2IsElected();
        estate.db2.has("db2", 3);
        assertThatThrownBy(this::salvage).isInstanceOf(Failure.class)
                .hasMessageContaining("it has transactions that `db1` has not");
        assertThat(winners.calls).isEmpty();
    }

    @Test
    void nothingIsSalvagedFromAServerThatTakesWritesOrToOneThatIsNotDrained() {
        db2IsElected();
        estate.db1.answer = Answer.ANSWERED;
        estate.db1.readOnly = ReadOnly.WRITABLE;
        assertThatThrownBy(this::salvage).isInstanceOf(Failure.class).hasMessageContaining("its end is not known");
        estate.db2.received("db1", 101);
        assertThatThrownBy(this::salvage).isInstanceOf(Failure.class)
                .hasMessageContaining("it has received what it has not applied yet");
    }

    @Test
    void aStatementIsNotAppliedOutOfAFile() {
        db2IsElected();
        logs.transactions.set(1, lost(102, List.of("DROP TABLE shop.carts")));
        assertThatThrownBy(this::salvage).isInstanceOf(Failure.class)
                .hasMessageContaining("DROP TABLE shop.carts");
        assertThat(winners.calls).isEmpty();
        assertThat(estate.db2.calls).isEmpty();
    }
}
