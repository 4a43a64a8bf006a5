package dev.lifeboat.builtins.mysql.data;

import dev.lifeboat.builtins.mysql.BinaryLogs;
import dev.lifeboat.builtins.mysql.BinaryLogs.Wanted;
import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.LogFiles;
import dev.lifeboat.builtins.mysql.LoggedTransaction;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.MySqlServer.ReadOnly;
import dev.lifeboat.builtins.mysql.MySqlServer.ServerState;
import dev.lifeboat.builtins.mysql.fence.LiveFence;
import dev.lifeboat.builtins.mysql.survey.Landscape;
import dev.lifeboat.builtins.mysql.survey.Observed;
import dev.lifeboat.builtins.mysql.survey.RunFacts;
import dev.lifeboat.builtins.mysql.survey.Succession;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.value.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/**
 * Writes down what only this server has, before anything may destroy it. Whole or not at all: what a ledger holds in part would be thought to be safe.
 */
record Quarantine(Call call, Landscape landscape, MySqlServer server) {
    private static final int MOST_ROWS = 50_000;
    private static final long MOST_TEXT = 16L << 20;

    LostLedger hold() {
        Observed found = Observed.need(server);
        Observed primary = Observed.need(new Succession(call, landscape).primaryBut(server));
        fence(found.state());
        GtidSet errant = found.executed().subtract(primary.executed());
        GtidSet clients = errant.isEmpty() ? errant : server.clientWrites(errant);
        refusePurged(clients.intersect(found.state().purged()));
        List<LoggedTransaction> transactions = decode(clients);
        long rows = transactions.stream().mapToLong(LoggedTransaction::changes).sum();
        new RunFacts(call).learn(RunFacts.QUARANTINED + server.name(), errant.toString());
        String summary = summary(transactions, rows, primary.name());
        call.did(server.name(), summary);
        return new LostLedger(server, primary.server(), errant, transactions, rows, summary);
    }

    private void fence(ServerState found) {
        if (!LiveFence.fenced(found.readOnly())) {
            call.inverse("open " + server.name() + " again", "mysql.unfence", server, found.readOnly(),
                    found.offlineMode());
            server.setReadOnly(ReadOnly.FENCED);
            call.did(server.name(), "is read-only for good now");
        }
    }

    private void refusePurged(GtidSet purged) {
        if (!purged.isEmpty()) {
            throw refused("the binary logs of " + Texts.count(purged.count(), "transaction") + " are purged: " + purged,
                    "Compare its rows with the primary's by hand before it is rebuilt.");
        }
    }

    private List<LoggedTransaction> decode(GtidSet clients) {
        refuseTooMuch(clients, clients.count() > MOST_ROWS);
        List<LoggedTransaction> transactions = new ArrayList<>();
        if (!clients.isEmpty()) {
            BinaryLogs logs = call.port(BinaryLogs.class, server.name());
            AtomicLong rows = new AtomicLong();
            AtomicLong text = new AtomicLong();
            new LogReading(call, logs).each(LogFiles.holding(clients, logs.files()), Wanted.rowsOf(clients), one -> {
                transactions.add(one);
                refuseTooMuch(clients, !one.whole() || rows.addAndGet(one.rows().size()) > MOST_ROWS
                        || text.addAndGet(one.length()) > MOST_TEXT);
            });
        }
        requireAll(clients, transactions);
        return transactions;
    }

    private void requireAll(GtidSet clients, List<LoggedTransaction> transactions) {
        GtidSet missing = clients.subtract(
                transactions.stream().map(LoggedTransaction::gtid).reduce(GtidSet.EMPTY, GtidSet::union));
        if (!missing.isEmpty()) {
            throw refused("its binary logs do not have " + missing, "Look into them with `mysqlbinlog`.");
        }
    }

    private void refuseTooMuch(GtidSet clients, boolean tooMuch) {
        if (tooMuch) {
            throw refused("its " + Texts.count(clients.count(), "transaction") + " are more than a ledger holds, "
                    + Texts.count(MOST_ROWS) + " rows and " + (MOST_TEXT >> 20)
                    + " MiB of text", "Copy its binary logs to a safe place, and rebuild it by hand.");
        }
    }

    private String summary(List<LoggedTransaction> transactions, long rows, String primary) {
        if (transactions.isEmpty()) {
            return "has nothing of the application's that " + primary + " has not";
        }
        String tables = transactions.stream().flatMap(one -> one.tables().stream()).distinct().sorted()
                .collect(Collectors.joining(", "));
        return "has " + Texts.count(transactions.size(), "transaction") + " of the application's that " + primary
                + " has not: " + Texts.count(rows, "row") + (tables.isEmpty() ? "" : " of " + tables)
                + ", committed from " + transactions.getFirst().committed() + " to "
                + transactions.getLast().committed();
    }

    private Failure refused(String why, String hint) {
        return Failure.of("What only `" + server.name() + "` has could not be written down: " + why
                + ". It stays fenced.").hint(hint);
    }
}
