package dev.lifeboat.cli;

import dev.lifeboat.cli.console.Progress;
import dev.lifeboat.cli.files.InvalidFile;
import dev.lifeboat.cli.files.Repair;
import dev.lifeboat.cli.files.RunbookFile;
import dev.lifeboat.cli.files.RunbookFolder.Found;
import dev.lifeboat.cli.files.RunbookReader;
import dev.lifeboat.cli.files.RunbookRoot;
import dev.lifeboat.grammar.Diagnostic;
import dev.lifeboat.interpreter.world.SystemClock;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.Set;

/** What a check has found: each finding once, however many runbooks use the library in which it is. */
final class CheckReport {
    private final SequencedSet<Diagnostic> findings = new LinkedHashSet<>();
    private final List<BudgetTable> budgets = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private int files;

    /** Checks them one by one; of those that are done nothing is kept but this. */
    static CheckReport of(Found found, Progress progress) {
        CheckReport report = new CheckReport();
        report.findings.addAll(found.problems());
        RunbookReader reader = new RunbookReader(Assembly::checker);
        for (Path path : found.runbooks()) {
            progress.at(report.files, found.runbooks().size(), "checked");
            report.read(path, reader);
        }
        return report;
    }

    private void read(Path path, RunbookReader reader) {
        files++;
        names.add(path.toString());
        names.add(RunbookRoot.shown(path.toAbsolutePath().normalize()));
        try {
            add(reader.read(path));
        } catch (InvalidFile unreadable) {
            findings.addAll(unreadable.diagnostics());
        }
    }

    /** Of a single runbook, which was read already. */
    static CheckReport of(RunbookFile file, String name) {
        CheckReport report = new CheckReport();
        report.files = 1;
        report.names.add(name);
        report.add(file);
        return report;
    }

    private void add(RunbookFile file) {
        findings.addAll(file.diagnostics());
        findings.addAll(SealDemand.staleness(file, new SystemClock()));
        findings.addAll(Unscheduled.backups(file));
        file.budgets().ifPresent(times -> budgets.add(new BudgetTable(file.path().toString(), times)));
    }

    List<Diagnostic> findings() {
        return List.copyOf(findings);
    }

    List<BudgetTable> budgets() {
        return budgets;
    }

    boolean hasErrors(boolean strict) {
        return findings.stream().anyMatch(finding -> strict || finding.isError());
    }

    /** How many findings `--fix` would put right: those of libraries that were not named stay. */
    long fixable() {
        return findings.stream().filter(Repair::isFixable)
                .filter(finding -> names.contains(finding.span().source().name())).count();
    }

    String summary() {
        long errors = findings.stream().filter(Diagnostic::isError).count();
        long warnings = findings.size() - errors;
        String where = " in " + counted(files, "file") + ".";
        if (findings.isEmpty()) {
            return "No errors" + where;
        }
        return counted(errors, "error") + (warnings == 0 ? "" : ", " + counted(warnings, "warning")) + where;
    }

    private static String counted(long number, String noun) {
        return (number == 0 ? "No" : Long.toString(number)) + " " + noun + (number == 1 ? "" : "s");
    }
}
