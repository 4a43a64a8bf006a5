package dev.lifeboat.cli;

import dev.lifeboat.cli.files.UsageProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where journals of runs lie: {@code $LIFEBOAT_HOME/runs}, by default below the XDG state folder; each readable by its owner alone. Others can pass through the
 * folder, to the inboxes in it, and see nothing of what it holds. Leases lie beside it, where the inventory does not name a folder for them.
 */
final class RunsFolder {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'")
            .withZone(ZoneOffset.UTC);

    private static final String ENDING = ".journal";

    private RunsFolder() {}

    /** {@code 20260101T030000Z-primary_failure}: sorts by time and says what it was. */
    static String id(Instant began, String runbook) {
        return TIME.format(began) + "-" + runbook;
    }

    static Path journal(Optional<Path> given, String id) {
        return given.orElseGet(() -> folder("runs").resolve(id + ENDING));
    }

    /** Beside the journal of the process that it was taken from. */
    static Path takenOver(Path journal, long epoch) {
        return journal.resolveSibling(name(journal) + "-epoch-" + epoch + ENDING);
    }

    /**
     * The journal of a run.
     *
     * @param run its id, the beginning of it, or the journal itself
     */
    static Path find(String run) {
        if (Files.isRegularFile(Path.of(run))) {
            return Path.of(run);
        }
        // For others than its owner too, who can pass through the folder and see nothing in it.
        Path exact = folder("runs").resolve(run + ENDING);
        if (Files.isRegularFile(exact)) {
            return exact;
        }
        List<Path> found = journals().stream().filter(path -> name(path).startsWith(run)).toList();
        return found.stream().filter(path -> name(path).equals(run)).findFirst()
                .or(() -> found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty())
                .orElseThrow(() -> new UsageProblem(found.isEmpty()
                        ? "There is no run `" + run
                                + "` here. `lifeboat runs` lists them; `lifeboat journal fetch` brings the copy of a journal that a store has."
                        : "`" + run + "` begins the names of " + found.size() + " runs: "
                                + String.join(", ", found.stream().map(RunsFolder::name).toList()) + "."));
    }

    private static String name(Path journal) {
        return journal.getFileName().toString().replace(ENDING, "");
    }

    /** By which commands find a run: its id, where its journal lies in this folder under that name. */
    static String nameOf(Path journal, String id) {
        return journal(Optional.empty(), id).equals(journal) ? id : journal.toString();
    }

    /** All that there are, oldest first. */
    static List<Path> journals() {
        try (Stream<Path> files = Files.list(folder("runs"))) {
            return files.filter(file -> file.toString().endsWith(ENDING)).sorted().toList();
        } catch (IOException e) {
            throw new UsageProblem("The folder for journals can't be read: " + e.getMessage() + ".");
        }
    }

    static Path leases() {
        return folder("leases");
    }

    private static Path folder(String name) {
        Path folder = home().resolve(name);
        try {
            Files.createDirectories(folder.getParent());
            if (!Files.isDirectory(folder)) {
                Files.createDirectory(folder,
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx--x--x")));
            }
            return folder;
        } catch (IOException e) {
            throw new UsageProblem("The folder for " + name + ", `" + folder + "`, can't be made: " + e.getMessage()
                    + ". Name another with LIFEBOAT_HOME.");
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
