package dev.lifeboat.cli.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How long the application could not write, round by round, for each contestant. */
final class DrillTimes {

    private record Round(Duration outage, long rowsInTheLastSecond, int onlyOld) {}

    private final Map<String, List<Round>> rounds = new LinkedHashMap<>();

    void add(String contestant, Disaster disaster, Ledger ledger) {
        rounds.computeIfAbsent(contestant, name -> new ArrayList<>())
                .add(new Round(disaster.outage(), disaster.rowsInTheLastSecond(), ledger.orders().size()));
    }

    /** As a table of Markdown, on the console and in the file. */
    void tell(Path file) throws IOException {
        StringBuilder text = new StringBuilder(
                """
                        | kill to first accepted write | median | worst | each round | rows acknowledged in the last second before | rows only the old primary has |
                        |---|---|---|---|---|---|
                        """);
        rounds.forEach((contestant, all) -> text.append(row(contestant, all)));
        System.out.print(text);
        Files.writeString(file, text.toString());
    }

    private static String row(String contestant, List<Round> all) {
        List<Long> sorted = all.stream().map(round -> round.outage.toMillis()).sorted().toList();
        return "| %s | %d ms | %d ms | %s | %s | %s |\n".formatted(contestant, sorted.get(sorted.size() / 2),
                sorted.getLast(), all.stream().map(round -> round.outage.toMillis()).toList(),
                all.stream().map(Round::rowsInTheLastSecond).toList(), all.stream().map(Round::onlyOld).toList());
    }
}
