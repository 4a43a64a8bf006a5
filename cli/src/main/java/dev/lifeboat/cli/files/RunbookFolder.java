package dev.lifeboat.cli.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The runbooks that a person means by a path: the file, or all below a folder. */
public final class RunbookFolder {
    private RunbookFolder() {}

    public static List<Path> runbooks(List<Path> paths) {
        return paths.stream().flatMap(path -> runbooks(path).stream()).distinct().toList();
    }

    private static List<Path> runbooks(Path path) {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        List<Path> found = below(path);
        if (found.isEmpty()) {
            throw new UsageProblem(
                    "There is no runbook in folder `" + path + "`: a runbook is a file whose name ends in `.runbook`.");
        }
        return found;
    }

    private static List<Path> below(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".runbook") && Files.isRegularFile(file)).sorted()
                    .toList();
        } catch (IOException e) {
            throw new UsageProblem("Folder `" + folder + "` can't be read: " + e.getClass().getSimpleName() + ".");
        }
    }
}
