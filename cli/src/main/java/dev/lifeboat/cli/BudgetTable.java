package dev.lifeboat.cli;

import dev.lifeboat.cli.console.Style;
import dev.lifeboat.interpreter.check.budget.Budgets;
import dev.lifeboat.interpreter.check.budget.Budgets.Line;
import dev.lifeboat.interpreter.check.budget.Estimate;
import dev.lifeboat.interpreter.check.budget.Estimate.Share;
import dev.lifeboat.interpreter.check.budget.Estimate.Uncounted;
import dev.lifeboat.interpreter.value.Texts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The times of a runbook, normally and at worst, against what it promises: for people, phase by phase and step by step. */
record BudgetTable(String file, Budgets budgets) {
    private static final String INDENT = "    ";
    private static final String NOTHING = "–";

    List<String> lines(Style style) {
        List<Row> rows = new ArrayList<>();
        rows.add(Row.plain(file, "within", "normally", "at worst", ""));
        for (Line line : budgets.promises()) {
            rows.add(promise(line, style));
            if (line.kind() == Budgets.Kind.PHASE) {
                line.steps().forEach(step -> rows.add(step(step, line)));
            }
        }
        rows.add(Row.plain("the whole run", NOTHING, total(budgets.normal()), total(budgets.worst()), ""));
        return Row.aligned(rows, style);
    }

    private static Row promise(Line line, Style style) {
        Duration normally = line.excess(line.normal());
        Duration atWorst = line.excess(line.worst());
        String verdict = line.limit().isEmpty()
                ? ""
                : !line.normallyKept()
                        ? style.bad("over by " + Texts.duration(normally))
                        : line.alwaysKept()
                                ? style.good("kept")
                                : style.warning("over by " + Texts.duration(atWorst) + " at worst");
        UnaryOperator<String> normalPaint = line.normallyKept() ? UnaryOperator.identity() : style::bad;
        UnaryOperator<String> worstPaint = line.alwaysKept() ? UnaryOperator.identity() : style::warning;
        return new Row(line.what(), line.limit().map(limit -> Texts.duration(limit.value())).orElse(NOTHING),
                total(line.normal()), total(line.worst()),
                joined(Stream.of(verdict, extent(line), missingBesides(line))), normalPaint, worstPaint);
    }

    /** Of a sum over several phases: their steps stand above. */
    private static String extent(Line line) {
        return line.kind() == Budgets.Kind.PHASE || line.steps().isEmpty()
                ? ""
                : "up to `" + line.steps().getLast() + "`";
    }

    private static String missingBesides(Line line) {
        return line.normal().uncounted().stream().filter(missing -> !line.steps().contains(missing.step()))
                .map(missing -> "without `" + missing.step() + "`, " + missing.reason())
                .collect(Collectors.joining("; "));
    }

    private static Row step(String step, Line line) {
        Optional<Share> normal = share(step, line.normal());
        Optional<Share> worst = share(step, line.worst());
        return Row.plain(INDENT + step, "", time(normal), time(worst), remarks(step, line, normal, worst));
    }

    private static String remarks(String step, Line line, Optional<Share> normal, Optional<Share> worst) {
        Optional<Share> either = normal.or(() -> worst);
        String approval = either.map(Share::approval).filter(time -> !time.isZero())
                .map(time -> Texts.duration(time) + " for the approval, assumed").orElse("");
        String sum = worst.map(Share::sum).filter(text -> !text.isEmpty()).map(text -> "at worst " + text).orElse("");
        String missing = reasons(step, line);
        boolean shorter = either.isEmpty() && missing.isEmpty();
        return joined(Stream.of(approval, sum, either.map(Share::remark).orElse(""), missing,
                shorter ? "counts nothing: it runs beside a longer one" : ""));
    }

    private static String reasons(String step, Line line) {
        String reasons = Stream.of(line.normal(), line.worst()).flatMap(sum -> sum.uncounted().stream())
                .filter(missing -> missing.step().equals(step)).map(Uncounted::reason).distinct()
                .collect(Collectors.joining(", "));
        return reasons.isEmpty() ? "" : "not counted: " + reasons;
    }

    private static Optional<Share> share(String step, Estimate sum) {
        return sum.shares().stream().filter(share -> share.step().equals(step)).findFirst();
    }

    private static String time(Optional<Share> share) {
        return share.map(part -> Texts.duration(part.total())).orElse(NOTHING);
    }

    private static String total(Estimate sum) {
        return Texts.duration(sum.total());
    }

    private static String joined(Stream<String> texts) {
        return texts.filter(text -> !text.isEmpty()).collect(Collectors.joining("; "));
    }

    /** Times are aligned to the right, and coloured only then. */
    private record Row(String name, String within, String normally, String atWorst, String remark,
            UnaryOperator<String> normalPaint, UnaryOperator<String> worstPaint) {
        private static final String GAP = "  ";

        static Row plain(String name, String within, String normally, String atWorst, String remark) {
            return new Row(name, within, normally, atWorst, remark, UnaryOperator.identity(),
                    UnaryOperator.identity());
        }

        static List<String> aligned(List<Row> rows, Style style) {
            int name = width(rows.stream().map(Row::name));
            int within = width(rows.stream().map(Row::within));
            int normally = width(rows.stream().map(Row::normally));
            int atWorst = width(rows.stream().map(Row::atWorst));
            List<String> lines = new ArrayList<>();
            for (Row row : rows) {
                String named = row.name + " ".repeat(name - row.name.length());
                lines.add((lines.isEmpty() || !row.name.startsWith(INDENT) ? style.bold(named) : named) + GAP
                        + right(row.within, within) + GAP + row.normalPaint.apply(right(row.normally, normally)) + GAP
                        + row.worstPaint.apply(right(row.atWorst, atWorst))
                        + (row.remark.isEmpty() ? "" : GAP + row.remark));
            }
            return lines;
        }

        private static String right(String text, int width) {
            return " ".repeat(width - text.length()) + text;
        }

        private static int width(Stream<String> texts) {
            return texts.mapToInt(String::length).max().orElse(0);
        }
    }
}
