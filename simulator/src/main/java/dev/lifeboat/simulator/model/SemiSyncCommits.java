package dev.lifeboat.simulator.model;

import dev.lifeboat.builtins.mysql.SemiSync;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.IntSupplier;

/**
 * The commits of a server that wait until replicas have received them. Whoever waits hears nothing; what he wrote is in the binary log already, so that it is
 * committed also where the server ends meanwhile: nobody was told so, and no replica may have it.
 */
public final class SemiSyncCommits {
    private final IntSupplier replicas;
    private final BiConsumer<Instant, RowChange> commit;
    private final List<RowChange> waiting = new ArrayList<>();
    private SemiSync optionFile = SemiSync.OFF;
    private SemiSync settings = SemiSync.OFF;
    private Instant since = Instant.EPOCH;
    /** Nobody acknowledged within the timeout: commits go on without, until replicas are back. */
    private boolean withoutReplicas;

    /**
     * @param replicas how many that acknowledge are connected now
     * @param commit   commits what has waited, as of that moment
     */
    SemiSyncCommits(IntSupplier replicas, BiConsumer<Instant, RowChange> commit) {
        this.replicas = replicas;
        this.commit = commit;
    }

    public SemiSync settings() {
        return settings;
    }

    public void set(SemiSync wanted) {
        settings = wanted;
        withoutReplicas = false;
    }

    /** How many replicas acknowledge; 0 where no commit waits for any. */
    public int clients() {
        return settings.source() ? replicas.getAsInt() : 0;
    }

    public boolean isWaiting() {
        return !waiting.isEmpty();
    }

    /** @return whether this commit has to wait */
    boolean holds(Instant at, RowChange change) {
        settle(at);
        if (enough() || withoutReplicas) {
            return false;
        }
        since = waiting.isEmpty() ? at : since;
        waiting.add(change);
        return true;
    }

    private boolean enough() {
        return !settings.source() || replicas.getAsInt() >= settings.waitCount();
    }

    /** Lets those go on that have waited long enough until {@code now}, or that have been acknowledged. */
    void settle(Instant now) {
        if (enough()) {
            withoutReplicas = false;
            commitAll(now);
        } else if (isWaiting() && !since.plus(settings.timeout()).isAfter(now)) {
            withoutReplicas = true;
            commitAll(since.plus(settings.timeout()));
        }
    }

    /** At the end of the server's process: its recovery commits what is in the binary log. */
    void recover() {
        commitAll(since);
    }

    private void commitAll(Instant at) {
        List<RowChange> all = List.copyOf(waiting);
        waiting.clear();
        all.forEach(change -> commit.accept(at, change));
    }

    /** What stands in the option file: that is what it is, now and after each start. */
    public void optionFile(SemiSync wanted) {
        optionFile = wanted;
        boot();
    }

    void boot() {
        set(optionFile);
    }
}
