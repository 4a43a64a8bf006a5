package dev.lifeboat.builtins.mysql.binlog;

import com.github.shyiko.mysql.binlog.event.Event;
import com.github.shyiko.mysql.binlog.event.EventHeaderV4;
import com.github.shyiko.mysql.binlog.event.RotateEventData;
import dev.lifeboat.builtins.mysql.BinaryLogs.Page;
import dev.lifeboat.builtins.mysql.BinaryLogs.Place;
import dev.lifeboat.builtins.mysql.BinaryLogs.Wanted;
import dev.lifeboat.builtins.mysql.LoggedTransaction;
import java.util.ArrayList;
import java.util.List;

/** Fills one page: at most so much of the log, so many transactions, and so much text, whichever comes first; always whole transactions. */
final class PageBuilder {
    private static final long MOST_BYTES = 64L << 20;
    private static final long MOST_TEXT = 2L << 20;
    private final TransactionAssembler assembler;
    private final int most;
    private final List<LoggedTransaction> found = new ArrayList<>();
    private Place next;
    private long bytes;
    private long text;

    PageBuilder(Place from, TransactionAssembler assembler, Wanted wanted) {
        this.next = from;
        this.assembler = assembler;
        this.most = wanted.most();
    }

    /** @return whether there is room for more */
    boolean add(Event event) {
        EventHeaderV4 header = event.getHeader();
        bytes += header.getEventLength();
        assembler.take(event).ifPresent(this::keep);
        if (event.getData() instanceof RotateEventData rotation) {
            next = new Place(rotation.getBinlogFilename(), Math.max(4, rotation.getBinlogPosition()));
        } else if (assembler.betweenTransactions() && header.getNextPosition() > next.offset()) {
            next = new Place(next.file(), header.getNextPosition());
        }
        return !assembler.betweenTransactions() || !full();
    }

    private void keep(LoggedTransaction transaction) {
        found.add(transaction);
        text += transaction.length();
    }

    private boolean full() {
        return found.size() >= most || bytes >= MOST_BYTES || text >= MOST_TEXT;
    }

    Page page(boolean end) {
        return new Page(found, next, end, bytes);
    }

    /** The log goes on in another file. */
    Page page(Place elsewhere) {
        return new Page(found, elsewhere, false, bytes);
    }
}
