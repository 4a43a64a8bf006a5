package dev.lifeboat.cli.endtoend;

import dev.lifeboat.builtins.lab.AcknowledgedWriter.Acknowledged;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How long the application could not write, round by round, for each contestant. */
final class DrillTimes {

    private record Round(Duration outage, long rowsASecond, int onlyOld) {}

    private final Map<String, List<Round>> rounds = new LinkedHashMap<>();

    void add(String contestant, Disaster disaster, Ledger ledger) {
        rounds.computeIfAbsent(contestant, name -> new ArrayList<>())
                .add(new Round(disaster.outage(), rate(disaster.acknowledgedBefore()), ledger.orders().size()));
    }

    private static long rate(List<Acknowledged> rows) {
        Instant first = rows.stream().map(Acknowledged::at).min(Instant::compareTo).orElseThrow();
        Instant last = rows.stream().map(Acknowledged::at).max(Instant::compareTo).orElseThrow();
        return rows.size() * 1_000L / Math.max(1, Duration.between(first, last).toMillis());
    }

    /** As a table of Markdown, on the console and in the file. */
    void tell(Path file) throws IOException {
        StringBuilder text = new StringBuilder(
                """
                        | kill to first accepted write | median | worst | each round | rows a second | rows only the old primary has |
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
                all.stream().map(Round::rowsASecond).toList(), all.stream().map(Round::onlyOld).toList());
    }
}
