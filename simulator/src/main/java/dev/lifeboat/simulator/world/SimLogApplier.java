package dev.lifeboat.simulator.world;

import dev.lifeboat.builtins.backup.LogApplier;
import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.simulator.model.BinlogReader;
import dev.lifeboat.simulator.model.Line;
import dev.lifeboat.simulator.model.Server;
import dev.lifeboat.simulator.model.Transaction;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Executes transactions out of binary logs on a server of the model, as {@code mysqlbinlog --verify-binlog-checksum | mysql} does. What was executed under that GTID already does nothing. */
final class SimLogApplier implements LogApplier {
    private static final int READ_ONLY = 1290;
    private final SimWorld world;
    private final Server server;
    private final SimSession session;

    SimLogApplier(SimWorld world, Server server, SimSession session) {
        this.world = world;
        this.server = server;
        this.session = session;
    }

    @Override
    public void apply(List<Supplier<InputStream>> files, GtidSet transactions) {
        session.observe("apply binary logs", () -> null);
        for (Supplier<InputStream> file : files) {
            try (InputStream in = file.get()) {
                BinlogReader reader = new BinlogReader(in);
                for (Optional<Transaction> next = reader.next(); next.isPresent(); next = reader.next()) {
                    if (transactions.contains(next.get().gtid())) {
                        apply(next.get());
                    }
                }
            } catch (IOException e) {
                throw Failure.of("A binary log can't be applied to `" + server.name() + "`: " + e.getMessage())
                        .because(e);
            }
        }
    }

    private void apply(Transaction transaction) {
        if (!world.spending().spend(Rate.APPLY.takes(1))) {
            throw Failure.unknown("The time was up before all was applied to `" + server.name() + "`.");
        }
        if (session.line() != Line.OPEN) {
            throw Failure.unknown("`" + server.name() + "` was lost while binary logs were applied.");
        }
        int error = world.model().change(() -> execute(transaction));
        if (error != 0) {
            throw Failure
                    .of("Transaction " + transaction.gtid() + " could not be applied to `" + server.name() + "`: error "
                            + error + transaction.changes().stream().findFirst()
                                    .map(change -> ", table `" + change.table() + "`").orElse("")
                            + ".")
                    .hint("It builds on one that was left out, or the data are not those from before it.");
        }
    }

    private int execute(Transaction transaction) {
        if (server.variables().superReadOnly()) {
            return READ_ONLY;
        }
        return server.executed().contains(transaction.gtid()) ? 0 : server.apply(transaction, world.model().now());
    }
}
