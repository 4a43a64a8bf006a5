package dev.lifeboat.builtins.backup;

import dev.lifeboat.builtins.mysql.BinaryLogs.Page;
import dev.lifeboat.builtins.mysql.BinaryLogs.Place;
import dev.lifeboat.builtins.mysql.BinaryLogs.Wanted;
import dev.lifeboat.builtins.mysql.GtidSet;
import java.time.Duration;
import java.util.List;

/** An archive whose entries a test says, of transactions that came in the order of their numbers. */
final class FakeLogArchive implements LogArchive {
    private final String store;
    List<ArchivedLog> logs;

    FakeLogArchive(String store, ArchivedLog... logs) {
        this.store = store;
        this.logs = List.of(logs);
    }

    @Override
    public String name() {
        return store;
    }

    @Override
    public List<ArchivedLog> logs(String cluster) {
        return logs;
    }

    @Override
    public GtidSet before(String cluster, GtidSet transaction) {
        String source = transaction.sources().getFirst();
        long number = transaction.last(source);
        return number == 1 ? GtidSet.EMPTY : GtidSet.parse(source + ":1-" + (number - 1));
    }

    @Override
    public void archive(String cluster, String server) {
        throw said();
    }

    @Override
    public void stream(String cluster, String server, Duration length, Duration rpo) {
        throw said();
    }

    @Override
    public List<LogDamage> verify(String cluster, GtidSet transactions) {
        throw said();
    }

    @Override
    public Page search(String cluster, String serverUuid, Place from, Wanted wanted) {
        throw said();
    }

    @Override
    public void copy(ArchivedLog part, String toStore) {
        throw said();
    }

    @Override
    public void remove(ArchivedLog part) {
        throw said();
    }

    private static UnsupportedOperationException said() {
        return new UnsupportedOperationException("Only entries are here.");
    }
}
