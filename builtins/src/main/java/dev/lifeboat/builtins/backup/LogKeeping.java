package dev.lifeboat.builtins.backup;

import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.value.Texts;
import dev.lifeboat.interpreter.value.Value;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Brings a server's binary logs to a store, and says what was brought. */
record LogKeeping(Call call, Inventory inventory, String server, String store) {

    void archive() {
        LogArchive archive = logs();
        List<ArchivedLog> before = archive.logs(cluster());
        archive.archive(cluster(), server);
        told(before, archive.logs(cluster()));
    }

    void stream(Duration length) {
        LogArchive archive = logs();
        List<ArchivedLog> before = archive.logs(cluster());
        archive.stream(cluster(), server, length, rpo());
        told(before, archive.logs(cluster()));
    }

    private LogArchive logs() {
        return call.port(LogArchive.class, store);
    }

    private Duration rpo() {
        return call.named("rpo").flatMap(value -> value instanceof Value.Span span
                ? Optional.of(span.value())
                : Optional.empty()).orElse(Duration.ofMinutes(15));
    }

    private String cluster() {
        return clusterOf(inventory, server);
    }

    /** The one that a server belongs to, or is a spare of. */
    static String clusterOf(Inventory inventory, String server) {
        return inventory.clusters().entrySet().stream()
                .filter(one -> one.getValue().servers().containsKey(server)
                        || one.getValue().spares().containsKey(server))
                .findFirst().orElseThrow(() -> Failure.of("The inventory has no server `" + server + "`.")).getKey();
    }

    private void told(List<ArchivedLog> before, List<ArchivedLog> after) {
        List<ArchivedLog> brought = after.stream().filter(log -> !before.contains(log)).toList();
        long transactions = brought.stream().mapToLong(log -> log.holds().count()).sum();
        call.did(store, brought.isEmpty()
                ? "has all that " + server + " has logged"
                : "has what " + server + " has logged: " + Texts.count(transactions, "transaction") + " more, "
                        + Texts.size(brought.stream().mapToLong(ArchivedLog::length).sum()));
    }
}
