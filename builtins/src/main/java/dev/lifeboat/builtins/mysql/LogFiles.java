package dev.lifeboat.builtins.mysql;

import dev.lifeboat.builtins.mysql.BinaryLogs.LogFile;
import java.util.ArrayList;
import java.util.List;

/** Which files of a log something is in, by what had been executed before each was begun. */
public final class LogFiles {
    private LogFiles() {}

    /** Those that may hold some of {@code set}, oldest first. */
    public static List<LogFile> holding(GtidSet set, List<LogFile> files) {
        List<LogFile> holding = new ArrayList<>();
        GtidSet later = set;
        for (LogFile file : files.reversed()) {
            GtidSet here = later.subtract(file.before());
            if (!here.isEmpty()) {
                holding.addFirst(file);
            }
            later = later.intersect(file.before());
        }
        return holding;
    }
}
