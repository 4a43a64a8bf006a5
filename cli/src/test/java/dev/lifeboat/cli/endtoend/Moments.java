package dev.lifeboat.cli.endtoend;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The moments of a run at which something is about to be changed, as its journal says while it is being written. Each kind of change counts once, whoever carries the run on. */
final class Moments {
    private static final Pattern CHANGE = Pattern.compile(
            "\"event\":\"PortCallBegan\",.*\"port\":\"(\\w+)\",\"target\":\"([^\"]*)\",\"method\":\"(\\w+)\"");
    private final Path journal;
    private final Predicate<String> wanted;
    private final Set<String> seen = new LinkedHashSet<>();
    private final List<String> reached = new ArrayList<>();
    private long read;

    /** @param wanted which of them count, such as {@code new1.load} */
    Moments(Path journal, Predicate<String> wanted) {
        this.journal = journal;
        this.wanted = wanted;
    }

    /** Whether one was reached that had not been reached before. */
    boolean next() throws IOException {
        int before = reached.size();
        for (String line : lines()) {
            Matcher change = CHANGE.matcher(line);
            if (change.find() && seen.add(change.group(2) + "." + change.group(3))
                    && wanted.test(change.group(2) + "." + change.group(3))) {
                reached.add(change.group(2) + "." + change.group(3));
            }
        }
        return reached.size() > before;
    }

    /** All that were seen, and those that counted. */
    Set<String> seen() {
        return seen;
    }

    List<String> reached() {
        return reached;
    }

    /** Those that are whole and were not read before; a torn one at the end is cut off by whoever carries the run on. */
    private List<String> lines() throws IOException {
        if (!Files.exists(journal)) {
            return List.of();
        }
        try (RandomAccessFile file = new RandomAccessFile(journal.toFile(), "r")) {
            byte[] more = new byte[(int) Math.max(0, file.length() - read)];
            file.seek(read);
            file.readFully(more);
            String text = new String(more, StandardCharsets.ISO_8859_1);
            int end = text.lastIndexOf('\n') + 1;
            read += end;
            return text.substring(0, end).lines().toList();
        }
    }
}
