package dev.lifeboat.builtins.mysql.data;

import dev.lifeboat.builtins.mysql.BinaryLogs;
import dev.lifeboat.builtins.mysql.BinaryLogs.LogFile;
import dev.lifeboat.builtins.mysql.BinaryLogs.Page;
import dev.lifeboat.builtins.mysql.BinaryLogs.Place;
import dev.lifeboat.builtins.mysql.BinaryLogs.Wanted;
import dev.lifeboat.builtins.mysql.LoggedTransaction;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.value.Texts;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** Reads a server's binary logs page by page, tells how far it is, and can be stopped between two of them. */
record LogReading(Call call, BinaryLogs logs) {

    /** Hands on what is wanted, in the order of the log, from the first of {@code files} on. */
    void each(List<LogFile> files, Wanted wanted, Consumer<LoggedTransaction> taker) {
        if (files.isEmpty()) {
            return;
        }
        long all = Math.max(1, files.stream().mapToLong(LogFile::size).sum());
        long read = 0;
        Place place = files.getFirst().start();
        for (boolean end = false; !end; end = beyond(place, files) || end) {
            Page page = logs.read(place, wanted);
            page.transactions().forEach(taker);
            read += page.bytes();
            call.progress(logs.name() + ": " + Texts.size(read) + " of its binary logs read, about "
                    + Math.min(99, read * 100 / all) + "%");
            end = page.end();
            place = page.next();
            call.pause(Duration.ZERO);
        }
    }

    /** Files that were begun since are not asked for. */
    private static boolean beyond(Place place, List<LogFile> files) {
        return place.file().compareTo(files.getLast().name()) > 0;
    }
}
