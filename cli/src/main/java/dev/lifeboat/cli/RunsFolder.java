package dev.lifeboat.cli;

import dev.lifeboat.cli.files.UsageProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Where journals of runs lie: {@code $LIFEBOAT_HOME/runs}, by default below the XDG state folder; readable by their owner alone. */
final class RunsFolder {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'")
            .withZone(ZoneOffset.UTC);

    private RunsFolder() {}

    /** {@code 20260101T030000Z-primary_failure}: sorts by time and says what it was. */
    static String id(Instant began, String runbook) {
        return TIME.format(began) + "-" + runbook;
    }

    static Path journal(Optional<Path> given, String id) {
        return given.orElseGet(() -> folder().resolve(id + ".journal"));
    }

    private static Path folder() {
        Path folder = home().resolve("runs");
        try {
            Files.createDirectories(folder.getParent());
            if (!Files.isDirectory(folder)) {
                Files.createDirectory(folder,
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            return folder;
        } catch (IOException e) {
            throw new UsageProblem("The folder for journals, `" + folder + "`, can't be made: " + e.getMessage()
                    + ". Name another with LIFEBOAT_HOME, or a file with `--journal`.");
        }
    }

    /** Where all that Lifeboat keeps lies. */
    static Path home() {
        return environment("LIFEBOAT_HOME").map(Path::of)
                .orElseGet(() -> environment("XDG_STATE_HOME").map(Path::of)
                        .orElse(Path.of(System.getProperty("user.home"), ".local", "state")).resolve("lifeboat"));
    }

    private static Optional<String> environment(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isEmpty());
    }
}
