package dev.lifeboat.simulator.world;

import dev.lifeboat.builtins.host.Host;
import dev.lifeboat.builtins.mysql.BinaryLogs;
import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.LoggedTransaction;
import dev.lifeboat.builtins.mysql.RowImage;
import dev.lifeboat.builtins.mysql.RowKind;
import dev.lifeboat.builtins.mysql.Selection;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.builtin.IdentityGuard;
import dev.lifeboat.simulator.model.Binlog;
import dev.lifeboat.simulator.model.Binlog.File;
import dev.lifeboat.simulator.model.Line;
import dev.lifeboat.simulator.model.Model;
import dev.lifeboat.simulator.model.RowChange;
import dev.lifeboat.simulator.model.Server;
import dev.lifeboat.simulator.model.Transaction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The binary logs of a server of the model. Those of a server that is down are read on its host. */
final class SimBinaryLogs implements BinaryLogs {
    private static final int BEGIN = 4;
    private static final int PAGE = 100_000;
    private static final int NO_SUCH_LOG = 1236;
    private static final int READ_ONLY = 1290;
    private final Model model;
    private final Server server;
    private final Optional<Host> host;
    private final SimSession session;

    /** @param host where its files can be read, if the inventory says where they are */
    SimBinaryLogs(SimWorld world, Server server, Optional<Host> host, IdentityGuard guard) {
        this.model = world.model();
        this.server = server;
        this.host = host;
        this.session = new SimSession(model, server, world.spending(), guard);
    }

    @Override
    public String name() {
        return server.name();
    }

    @Override
    public List<LogFile> files() {
        return look("list its binary logs", () -> server.binlog().files().stream()
                .map(file -> new LogFile(file.name(), server.binlog().size(file), file.before())).toList());
    }

    @Override
    public Page read(Place from, Wanted wanted) {
        return look("read its binary log", () -> page(from, wanted));
    }

    private Page page(Place from, Wanted wanted) {
        Binlog log = server.binlog();
        File file = log.file(from.file()).orElseThrow(() -> session.refused("read its binary log", NO_SUCH_LOG,
                "Could not find first log file name in binary log index file"));
        Selection selection = new Selection(wanted);
        List<LoggedTransaction> found = new ArrayList<>();
        int first = log.position(file, from.offset());
        int next = first;
        while (next < log.end(file) && next - first < PAGE && found.size() < wanted.most()) {
            logged(selection, log.at(next++).transaction()).ifPresent(found::add);
        }
        int end = next;
        Place place = log.after(file).filter(after -> end == after.first()).map(after -> new Place(after.name(), BEGIN))
                .orElseGet(() -> new Place(file.name(), log.offset(file, end)));
        return new Page(found, place, next == log.end() && place.file().equals(log.files().getLast().name()),
                log.offset(file, next) - log.offset(file, first));
    }

    private static Optional<LoggedTransaction> logged(Selection selection, Transaction transaction) {
        Selection.Draft draft = selection.begin(transaction.gtid(), transaction.committed());
        transaction.changes().forEach(change -> {
            if (change.kind() == RowChange.Kind.DROP) {
                draft.statement(change.statement());
            } else {
                draft.row(change.table(), kind(change), () -> image(change));
            }
        });
        return draft.wanted();
    }

    private static RowKind kind(RowChange change) {
        return switch (change.kind()) {
            case INSERT -> RowKind.INSERT;
            case UPDATE -> RowKind.UPDATE;
            case DELETE -> RowKind.DELETE;
            case DROP -> throw new IllegalArgumentException("A table that is dropped is no row.");
        };
    }

    private static RowImage image(RowChange change) {
        String key = "id=" + change.key();
        RowKind kind = kind(change);
        return new RowImage(change.table(), kind, key, true, "",
                kind == RowKind.INSERT ? "" : row(key, change.before()),
                kind == RowKind.DELETE ? "" : row(key, change.value()));
    }

    private static String row(String key, String value) {
        return key + ", note='" + value.replace("'", "''") + "'";
    }

    @Override
    public GtidSet executed() {
        return look("read its GTID set", server::executed);
    }

    private <T> T look(String doing, Supplier<T> work) {
        if (session.line() == Line.OPEN) {
            return session.observe(doing, work);
        }
        Host machine = host.orElseThrow(() -> Failure.of("`" + name()
                + "` does not answer, and its binary logs can't be read on its host: the inventory does not say where they are.")
                .hint("Add `host:` and `binary_logs: /var/lib/mysql/binlog` to the server, or start it fenced."));
        if (!machine.reachable(Duration.ofSeconds(3))) {
            throw Failure.of("Could not list the binary logs of `" + name() + "` on host `" + machine.name()
                    + "`: it can't be reached.");
        }
        model.catchUp();
        return work.get();
    }

    @Override
    public void take(String from, GtidSet transactions) {
        Server source = model.server(from).orElseThrow();
        session.change("apply what only `" + from + "` has", Cost.REPLICATION, () -> {
            if (server.variables().superReadOnly()) {
                throw session.refused("apply what only `" + from + "` has", READ_ONLY,
                        "The MySQL server is running with the --super-read-only option so it cannot execute this statement");
            }
            for (int place = source.binlog().first(); place < source.binlog().end(); place++) {
                apply(source.binlog().at(place).transaction(), transactions);
            }
        });
    }

    private void apply(Transaction transaction, GtidSet wanted) {
        if (wanted.contains(transaction.gtid()) && !server.executed().contains(transaction.gtid())) {
            int error = server.apply(transaction, model.now());
            if (error != 0) {
                throw session.refused("apply " + transaction.gtid(), error, "the row does not fit");
            }
        }
    }
}
