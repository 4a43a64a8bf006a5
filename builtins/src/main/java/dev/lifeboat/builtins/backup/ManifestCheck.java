package dev.lifeboat.builtins.backup;

import dev.lifeboat.builtins.backup.Manifest.TableRows;
import dev.lifeboat.interpreter.value.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether there is in a dump what its manifest says. */
record ManifestCheck(Manifest manifest) {
    private static final int SHOWN = 3;

    /** What is wrong, to be read behind the backup's name; empty where nothing is. */
    Optional<String> objection(DumpFacts found) {
        return whole(found).or(() -> {
            List<String> differences = new ArrayList<>();
            found.executed().filter(set -> !set.equals(manifest.executed()))
                    .ifPresent(set -> differences.add("GTID set " + set + " in place of " + manifest.executed()));
            if (!found.logFile().equals(manifest.logFile()) || found.logPosition() != manifest.logPosition()) {
                differences.add("the position " + found.logFile() + ":" + found.logPosition() + " in place of "
                        + manifest.logFile() + ":" + manifest.logPosition());
            }
            differences.addAll(rows(found));
            if (differences.isEmpty() && found.size() != manifest.size().bytes()) {
                differences.add(found.size() + " bytes of SQL in place of " + manifest.size().bytes());
            }
            return differences.isEmpty()
                    ? Optional.empty()
                    : Optional.of("contains something else than its manifest says: " + Texts.list(differences));
        });
    }

    /** What no dump lacks that can be restored. */
    static Optional<String> whole(DumpFacts found) {
        if (!found.complete()) {
            return Optional.of(
                    "contains a dump whose last line is not `-- Dump completed`: nobody knows what is missing");
        }
        if (found.executed().isEmpty()) {
            return Optional.of(
                    "contains a dump whose header has no GTID set: nobody knows which transactions are in it");
        }
        return found.tables().isEmpty()
                ? Optional.of("contains a dump that ends as it should and has no table in it")
                : Optional.empty();
    }

    private List<String> rows(DumpFacts found) {
        Map<String, Long> expected = byName(manifest.tables());
        Map<String, Long> there = byName(found.tables());
        List<String> differences = new ArrayList<>();
        expected.forEach((table, rows) -> {
            if (!there.containsKey(table)) {
                differences.add("no table `" + table + "`");
            } else if (!there.get(table).equals(rows)) {
                differences.add(there.get(table) + " rows of `" + table + "` in place of " + rows);
            }
        });
        there.keySet().stream().filter(table -> !expected.containsKey(table))
                .forEach(table -> differences.add("a table `" + table + "` more"));
        return differences.size() <= SHOWN
                ? differences
                : List.of(String.join(", ", differences.subList(0, SHOWN)),
                        (differences.size() - SHOWN) + " more such differences");
    }

    private static Map<String, Long> byName(List<TableRows> tables) {
        Map<String, Long> rows = new LinkedHashMap<>();
        tables.forEach(table -> rows.put(table.table(), table.rows()));
        return rows;
    }
}
