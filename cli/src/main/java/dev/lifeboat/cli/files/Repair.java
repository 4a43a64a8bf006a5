package dev.lifeboat.cli.files;

import dev.lifeboat.grammar.Diagnostic;
import dev.lifeboat.grammar.Fix;
import dev.lifeboat.grammar.Patch;
import dev.lifeboat.grammar.Source;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What becomes of a runbook by the fixes that may be made without asking.
 *
 * @param made   a line for each: {@code a.runbook:6: Write `30s` instead of `30sec`.}
 * @param before how many errors it had
 * @param after  how many it would have
 */
public record Repair(String text, List<String> made, long before, long after) {
    /** More than a file can need whose mistakes hide one another; an end, should two fixes undo each other. */
    private static final int ROUNDS = 100;

    /** Fixed again and again, as one mistake may hide another. */
    public static Repair of(Path path, Source source, RunbookReader reader) {
        List<Diagnostic> findings = findings(path, source, reader);
        long before = errors(findings);
        List<String> made = new ArrayList<>();
        Source now = source;
        for (int round = 0; round < ROUNDS && findings.stream().anyMatch(Repair::isFixable); round++) {
            Patch patch = Patch.of(now, fixes(findings));
            patch.made().forEach(fix -> made.add(told(fix)));
            now = Source.of(source.name(), patch.text());
            findings = findings(path, now, reader);
        }
        return new Repair(now.text(), List.copyOf(made), before, errors(findings));
    }

    public static boolean isFixable(Diagnostic finding) {
        return finding.fixes().stream().anyMatch(Fix::safe);
    }

    public boolean isNeeded() {
        return !made.isEmpty();
    }

    /** A file is never made worse: some mistakes hide others, and then a person has to look. */
    public boolean isBetter() {
        return after < before;
    }

    /** Of this file alone: those of its libraries belong to them. */
    private static List<Diagnostic> findings(Path path, Source source, RunbookReader reader) {
        return reader.read(path, source).diagnostics().stream()
                .filter(finding -> finding.span().source() == source).toList();
    }

    private static List<Fix> fixes(List<Diagnostic> findings) {
        return findings.stream().flatMap(finding -> finding.fixes().stream().filter(Fix::safe).limit(1)).toList();
    }

    private static long errors(List<Diagnostic> findings) {
        return findings.stream().filter(Diagnostic::isError).count();
    }

    private static String told(Fix fix) {
        var place = fix.edits().getFirst().span();
        return place.source().name() + ":" + place.line() + ": " + fix.title();
    }
}
