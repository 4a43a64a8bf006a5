package dev.lifeboat.cli.files;

import dev.lifeboat.grammar.Diagnostic;
import dev.lifeboat.grammar.Source;
import dev.lifeboat.grammar.Span;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.List;

/** A file of text that a person named. */
public final class TextFile {
    private TextFile() {}

    /** @param what what it should be, for the message: {@code runbook} */
    public static Source read(Path path, String what) {
        return read(path, path.toString(), what);
    }

    /** @param name how messages call it */
    public static Source read(Path path, String name, String what) {
        if (!Files.exists(path)) {
            throw new UsageProblem("There is no " + what + " `" + path + "`.");
        }
        if (Files.isDirectory(path)) {
            throw new UsageProblem("`" + path + "` is a folder, expected a file: the " + what + ".");
        }
        try {
            return Source.read(name, bytes(path));
        } catch (IOException e) {
            throw new InvalidFile(List.of(unreadable(path, "can't be read: " + reason(e) + ".")));
        }
    }

    /** One byte more than a source may have at the most is enough for the message that it is too large. */
    private static byte[] bytes(Path path) throws IOException {
        try (var stream = Files.newInputStream(path)) {
            return stream.readNBytes(Source.LIMIT_BYTES + 1);
        }
    }

    /** A finding about a file as a whole, of which nothing can be shown. */
    static Diagnostic unreadable(Path path, String what) {
        return Diagnostic.error(FileCode.UNREADABLE, "`" + path + "` " + what, place(path));
    }

    public static Span place(Path path) {
        return Source.of(path.toString(), "").whole();
    }

    static String reason(IOException problem) {
        return problem instanceof AccessDeniedException
                ? "you are not permitted to"
                : problem.getClass().getSimpleName();
    }

    /** @throws UsageProblem where there is a file that does not begin so: somebody else has written it */
    public static void refuseForeign(Path path, String beginning) {
        if (Files.exists(path) && !read(path, "file").text().startsWith(beginning)) {
            throw new UsageProblem("`" + path
                    + "` is there already, and was not written by this command: nothing was written. Move it away.");
        }
    }

    /** A new one, or one that was there. */
    public static void write(Path path, String text) {
        try {
            if (!Files.exists(path)) {
                Files.createDirectories(path.toAbsolutePath().getParent());
                Files.createFile(path);
            }
        } catch (IOException e) {
            throw new InvalidFile(List.of(unreadable(path, "can't be written: " + reason(e) + ".")));
        }
        replace(path, text);
    }

    /** Whole or not at all: a file is never left half written. It keeps who may do what with it. */
    public static void replace(Path path, String text) {
        try {
            Path target = path.toRealPath();
            Path fresh = Files.writeString(target.resolveSibling(target.getFileName() + ".new"), text);
            var permissions = Files.getFileAttributeView(target, PosixFileAttributeView.class);
            if (permissions != null) {
                Files.setPosixFilePermissions(fresh, permissions.readAttributes().permissions());
            }
            Files.move(fresh, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new InvalidFile(List.of(unreadable(path, "can't be written: " + reason(e) + ".")));
        }
    }
}
