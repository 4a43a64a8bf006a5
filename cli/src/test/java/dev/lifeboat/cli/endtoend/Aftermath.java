package dev.lifeboat.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeboat.builtins.lab.AcknowledgedWriter.Acknowledged;
import dev.lifeboat.builtins.lab.AcknowledgedWriter.Refused;
import dev.lifeboat.builtins.lab.LabServer;
import dev.lifeboat.interpreter.run.Event;
import dev.lifeboat.interpreter.value.Value;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How the estate has to be after a failover, whoever did it. */
record Aftermath(Disaster disaster, LabServer winner, LabServer sibling) {
    private static final String FENCED = "--persisted-globals-load=OFF --super-read-only=ON --skip-replica-start=ON";

    /** A row of the application's, as a ledger has it. */
    private static final Pattern ORDER = Pattern.compile("\\bid=(\\d+), note=");

    /** The second only remembers that the configuration says `disabled`. */
    private static final List<String> READY = List.of("0", "4");

    static Aftermath of(Disaster disaster) throws SQLException {
        LabServer db2 = disaster.estate().server("db2");
        LabServer db3 = disaster.estate().server("db3");
        return isWritable(db2) ? new Aftermath(disaster, db2, db3) : new Aftermath(disaster, db3, db2);
    }

    private static boolean isWritable(LabServer server) throws SQLException {
        return server.value("SELECT @@GLOBAL.read_only").equals("0");
    }

    void isSound() throws Exception {
        theOldPrimaryTakesNoWrite();
        oneServerTakesWrites();
        noReceivedTransactionIsLost();
        theSiblingFollows();
        theProxyLeadsToTheWinner();
    }

    /** It is started with its machine if it still would be, and if it runs it takes no write; if not, it is started for what follows. */
    private void theOldPrimaryTakesNoWrite() throws SQLException {
        LabServer old = disaster.old();
        old.boot();
        if (!old.isRunning()) {
            old.start(FENCED);
        }
        assertThatThrownBy(() -> old.execute("INSERT INTO shop.orders (id, note) VALUES (99999999, 'too late')"))
                .isInstanceOf(SQLException.class).extracting(e -> ((SQLException) e).getErrorCode()).isEqualTo(1290);
    }

    private void oneServerTakesWrites() throws SQLException {
        assertThat(isWritable(winner)).isTrue();
        assertThat(isWritable(sibling)).isFalse();
        assertThat(winner.value("SELECT @@GLOBAL.super_read_only")).isEqualTo("0");
        assertThat(sibling.value("SELECT @@GLOBAL.super_read_only")).isEqualTo("1");
    }

    private void noReceivedTransactionIsLost() throws SQLException {
        for (String received : disaster.received()) {
            assertThat(winner.value("SELECT GTID_SUBTRACT('" + received + "', @@GLOBAL.gtid_executed)")).isEmpty();
        }
    }

    /** With all that was written since. */
    private void theSiblingFollows() throws SQLException {
        sibling.replica().awaitAppliedFrom(winner);
        assertThat(sibling.replica().status()).containsEntry("Source_Port", Integer.toString(winner.port()));
        assertThat(Disaster.orders(sibling)).isEqualTo(Disaster.orders(winner)).containsAll(writtenSince());
    }

    private List<Long> writtenSince() {
        return disaster.shoppers().acknowledged().stream().filter(row -> row.at().isAfter(disaster.gone()))
                .map(Acknowledged::id).toList();
    }

    private void theProxyLeadsToTheWinner() throws Exception {
        String servers = disaster.estate().proxy().ask("show servers state " + disaster.estate().proxy().backend());
        List<String> ready = servers.lines().map(line -> line.split(" ")).filter(field -> field.length > 6)
                .filter(field -> READY.contains(field[6])).map(field -> field[3]).toList();
        assertThat(ready).containsExactly(winner.name());
    }

    /** What only the old primary has, by its logs, is what its tables and the application say. */
    Ledger ledger() throws Exception {
        Ledger ledger = Ledger.ofLogs(disaster.estate(), disaster.old(), winner);
        Set<Long> only = new TreeSet<>(Disaster.orders(disaster.old()));
        only.removeAll(Disaster.orders(winner));
        assertThat(ledger.orders()).isEqualTo(only);
        Set<Long> lost = ids(disaster.lostBy(winner));
        assertThat(ledger.orders()).containsAll(lost);
        Set<Long> unanswered = disaster.shoppers().refused().stream().map(Refused::id).collect(Collectors.toSet());
        assertThat(unanswered).containsAll(ledger.orders().stream().filter(id -> !lost.contains(id)).toList());
        return ledger;
    }

    private static Set<Long> ids(List<Acknowledged> rows) {
        return rows.stream().map(Acknowledged::id).collect(Collectors.toSet());
    }

    /** What Lifeboat told before it promoted, and what it says of the old primary's own transactions. */
    void lifeboatSaidSo(Ledger ledger) throws Exception {
        Duration bound = Journals.events(disaster.estate().journal(), Event.Learned.class)
                .filter(learned -> learned.fact().equals("loss"))
                .map(learned -> ((Value.Span) learned.value()).value()).reduce((first, last) -> last).orElseThrow();
        assertThat(disaster.lostBy(winner)).allSatisfy(
                row -> assertThat(Duration.between(row.at(), disaster.gone())).isLessThanOrEqualTo(bound));
        if (!ledger.gtids().isEmpty()) {
            assertThat(disaster.output()).contains("DIVERGED");
            lifeboatsLedgerIs(ledger);
        }
    }

    /** What `mysql.quarantine` wrote down, as the journal holds it. */
    private void lifeboatsLedgerIs(Ledger ledger) throws Exception {
        String held = Journals.events(disaster.estate().journal(), Event.CallEnded.class).map(Event.CallEnded::answer)
                .map(String::valueOf).filter(answer -> answer.contains("lost_ledger")).findFirst().orElseThrow();
        assertThat(held).contains(ledger.gtids());
        Set<Long> orders = ORDER.matcher(held).results().map(order -> Long.valueOf(order.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(orders).isEqualTo(ledger.orders());
    }
}
