package dev.lifeboat.cli.files;

import dev.lifeboat.grammar.Diagnostic;
import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/** The runbooks that a person means by a path: the file, or all below a folder, also behind links. */
public final class RunbookFolder {
    private static final String ENDING = ".runbook";

    private RunbookFolder() {}

    /** @param problems what looks like a runbook or a folder, and can't be looked into */
    public record Found(List<Path> runbooks, List<Diagnostic> problems) {}

    public static Found runbooks(List<Path> paths) {
        List<Path> runbooks = new ArrayList<>();
        List<Diagnostic> problems = new ArrayList<>();
        paths.forEach(path -> collect(path, runbooks, problems));
        return new Found(runbooks.stream().distinct().toList(), problems);
    }

    private static void collect(Path path, List<Path> runbooks, List<Diagnostic> problems) {
        if (!Files.isDirectory(path)) {
            runbooks.add(path);
            return;
        }
        Search search = new Search(path);
        search.walk();
        if (search.runbooks.isEmpty() && search.problems.isEmpty()) {
            throw new UsageProblem(
                    "There is no runbook in folder `" + path + "`: a runbook is a file whose name ends in `.runbook`.");
        }
        search.runbooks.stream().sorted().forEach(runbooks::add);
        problems.addAll(search.problems);
    }

    private static final class Search extends SimpleFileVisitor<Path> {
        private final Path start;
        private final List<Path> runbooks = new ArrayList<>();
        private final List<Diagnostic> problems = new ArrayList<>();

        Search(Path start) {
            this.start = start;
        }

        void walk() {
            try {
                Files.walkFileTree(start, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, this);
            } catch (IOException e) {
                problems.add(TextFile.unreadable(start, "can't be read: " + TextFile.reason(e) + "."));
            }
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            if (!folder.equals(start) && isNamedRunbook(folder)) {
                problems.add(TextFile.unreadable(folder, "is a folder, expected a runbook."));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (isNamedRunbook(file)) {
                if (attributes.isRegularFile()) {
                    runbooks.add(file);
                } else {
                    problems.add(TextFile.unreadable(file, attributes.isSymbolicLink()
                            ? "is a link that leads nowhere."
                            : "is no file that could be read, expected a runbook."));
                }
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path path, IOException problem) {
            problems.add(problem instanceof FileSystemLoopException
                    ? circle(path)
                    : TextFile.unreadable(path, "can't be read: " + TextFile.reason(problem) + "."));
            return FileVisitResult.CONTINUE;
        }

        /** Nothing is missed, so this is only worth a warning. */
        private static Diagnostic circle(Path link) {
            return Diagnostic.warning(FileCode.UNREADABLE,
                    "`" + link + "` is a link back to a folder around it, and is not followed.", TextFile.place(link));
        }

        private static boolean isNamedRunbook(Path path) {
            return path.getFileName() != null && path.getFileName().toString().endsWith(ENDING);
        }
    }
}
