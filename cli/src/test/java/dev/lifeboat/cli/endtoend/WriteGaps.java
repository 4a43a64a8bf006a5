package dev.lifeboat.cli.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How long the application could not write while its primary was moved, by whoever moved it. */
final class WriteGaps {
    private final Map<String, List<Long>> millis = new LinkedHashMap<>();

    void add(String mover, Duration gap) {
        millis.computeIfAbsent(mover, name -> new ArrayList<>()).add(gap.toMillis());
    }

    /** As a table of Markdown, on the console and in the file. */
    void tell(Path file) throws IOException {
        StringBuilder text = new StringBuilder("""
                | last write accepted before to first accepted after | median | worst | each round |
                |---|---|---|---|
                """);
        millis.forEach((mover, all) -> {
            List<Long> sorted = all.stream().sorted().toList();
            text.append("| %s | %d ms | %d ms | %s |\n".formatted(mover, sorted.get(sorted.size() / 2),
                    sorted.getLast(), all));
        });
        System.out.print(text);
        Files.writeString(file, text.toString());
    }
}
