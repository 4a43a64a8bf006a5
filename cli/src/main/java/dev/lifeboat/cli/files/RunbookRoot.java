package dev.lifeboat.cli.files;

import dev.lifeboat.builtins.mysql.SupportedVersion;
import dev.lifeboat.builtins.mysql.VersionRange;
import dev.lifeboat.builtins.yaml.YamlFile;
import dev.lifeboat.builtins.yaml.YamlMap;
import dev.lifeboat.builtins.yaml.YamlValue;
import dev.lifeboat.cli.schedule.ScheduledRun;
import dev.lifeboat.grammar.Parsed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The root of the runbooks: the nearest folder upwards that has a {@code lifeboat.yaml}. Where there is none it is the runbook's own folder.
 *
 * @param inventory the inventory where the command line names none
 * @param mysql     the versions of MySQL that runbooks are checked against
 * @param changes   the role that has to know of sealed runbooks, where that is not their owner
 * @param schedule  what is due at set times
 */
public record RunbookRoot(Path folder, Optional<Path> inventory, List<VersionRange> mysql,
        Optional<String> changes, List<ScheduledRun> schedule) {
    private static final String SETTINGS = "lifeboat.yaml";

    public static RunbookRoot of(Path runbook) {
        return read(around(runbook));
    }

    /** The folder that is the root of a runbook. */
    static Path around(Path runbook) {
        Path start = runbook.toAbsolutePath().normalize().getParent();
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve(SETTINGS))) {
                return folder;
            }
        }
        return start;
    }

    /** One without settings. */
    static RunbookRoot bare(Path folder) {
        return new RunbookRoot(folder, Optional.empty(), List.of(), Optional.empty(), List.of());
    }

    /** @throws InvalidFile where its settings are wrong */
    static RunbookRoot read(Path folder) {
        if (!Files.isRegularFile(folder.resolve(SETTINGS))) {
            return bare(folder);
        }
        Parsed<RunbookRoot> root = YamlFile.read(
                TextFile.read(folder.resolve(SETTINGS), shown(folder.resolve(SETTINGS)), "settings file"),
                map -> settings(folder, map));
        return root.tree().orElseThrow(() -> new InvalidFile(root.diagnostics()));
    }

    private static RunbookRoot settings(Path folder, YamlMap map) {
        return new RunbookRoot(folder, map.text("inventory").map(folder::resolve),
                map.find("mysql").stream().map(YamlValue::list).flatMap(List::stream)
                        .flatMap(value -> version(value).stream()).toList(),
                map.text("change_management").map(role -> role.replaceFirst("^@", "")),
                ScheduledRun.read(folder, map));
    }

    private static Optional<VersionRange> version(YamlValue value) {
        Optional<VersionRange> handled = VersionRange.series(value.text())
                .filter(named -> named.and(SupportedVersion.HANDLED).isPresent());
        if (value.isText() && handled.isEmpty()) {
            value.wrong("Found `" + value.text() + "`, expected a version of MySQL for `mysql`.",
                    "Name a series or one version of it, such as `\"8.4\"` or `\"8.4.3\"`; Lifeboat handles MySQL "
                            + SupportedVersion.HANDLED.first() + " and newer.");
        }
        return handled;
    }

    /** The runbook's name in journals and messages of a run: its path below the root, with {@code /}. */
    public String nameOf(Path runbook) {
        Path absolute = runbook.toAbsolutePath().normalize();
        return (absolute.startsWith(folder) ? folder.relativize(absolute) : absolute.getFileName()).toString()
                .replace('\\', '/');
    }

    /** How messages call a file below the root: as one would type it in the folder in which Lifeboat was started. */
    public static String shown(Path file) {
        Path here = Path.of("").toAbsolutePath();
        return (file.startsWith(here) ? here.relativize(file) : file).toString();
    }

    /** Where the scenarios of a runbook lie: {@code scenarios/primary-failure} for {@code primary-failure.runbook}. */
    public Path scenarios(Path runbook) {
        String file = runbook.getFileName().toString();
        return folder.resolve("scenarios").resolve(file.replaceFirst("\\.runbook$", ""));
    }
}
