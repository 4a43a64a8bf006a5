package dev.lifeboat.cli.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A table of Markdown whose columns stand below each other, so that it can be read as it is. */
final class Table {
    private final List<List<String>> rows = new ArrayList<>();

    private Table() {}

    static Table of(String... heads) {
        return new Table().row(heads);
    }

    Table row(String... cells) {
        rows.add(Stream.of(cells).map(cell -> cell.replace("|", "\\|")).toList());
        return this;
    }

    @Override
    public String toString() {
        List<String> lines = new ArrayList<>(rows.stream().map(this::line).toList());
        lines.add(1, rule());
        return String.join("\n", lines) + "\n";
    }

    private String line(List<String> cells) {
        return IntStream.range(0, cells.size()).mapToObj(column -> padded(cells.get(column), column))
                .collect(Collectors.joining(" | ", "| ", " |"));
    }

    private String rule() {
        return IntStream.range(0, rows.getFirst().size()).mapToObj(column -> "-".repeat(Math.max(3, width(column))))
                .collect(Collectors.joining(" | ", "| ", " |"));
    }

    private String padded(String cell, int column) {
        return cell + " ".repeat(Math.max(0, width(column) - cell.length()));
    }

    /** The last column has as many widths as lines. */
    private int width(int column) {
        boolean last = column == rows.getFirst().size() - 1;
        return last ? 0 : rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }
}
