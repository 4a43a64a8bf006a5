package dev.lifeboat.builtins.mysql.rules;

import dev.lifeboat.builtins.mysql.SupportedVersion;
import dev.lifeboat.builtins.mysql.VersionRange;
import dev.lifeboat.grammar.tree.Header.Requirement;
import dev.lifeboat.interpreter.check.Draft;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The versions of MySQL that a runbook has to work on: those of the settings, as far as its header requires them. */
record TargetVersions(List<VersionRange> all) {
    private static final List<VersionRange> HANDLED = Stream.of("8.0", "8.4", "9.7").map(VersionRange::series)
            .map(Optional::orElseThrow).toList();

    static TargetVersions of(Draft draft, List<VersionRange> settings) {
        Stream<VersionRange> ranges = (settings.isEmpty() ? HANDLED : settings).stream()
                .flatMap(range -> range.and(SupportedVersion.HANDLED).stream());
        for (Requirement requirement : requirements(draft)) {
            VersionRange required = VersionRange.required(requirement.versions().value())
                    .orElse(SupportedVersion.HANDLED);
            ranges = ranges.flatMap(range -> range.and(required).stream());
        }
        return new TargetVersions(ranges.toList());
    }

    /** What a header that can be understood says about MySQL. */
    static List<Requirement> requirements(Draft draft) {
        return draft.runbook().stream().flatMap(runbook -> runbook.header().requirements().stream())
                .filter(requirement -> requirement.product().text().equals("mysql"))
                .filter(requirement -> VersionRange.required(requirement.versions().value()).isPresent()).toList();
    }

    /** Those that do not have something yet, or no more. */
    List<String> without(SqlChange change) {
        return all.stream().filter(range -> !change.isIn(range)).map(VersionRange::name).toList();
    }
}
