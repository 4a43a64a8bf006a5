package dev.lifeboat.cli.files;

import dev.lifeboat.grammar.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

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
            throw new UsageProblem("`" + path + "` can't be read: " + e.getClass().getSimpleName() + ".");
        }
    }

    /** One byte more than a source may have at the most is enough for the message that it is too large. */
    private static byte[] bytes(Path path) throws IOException {
        try (var stream = Files.newInputStream(path)) {
            return stream.readNBytes(Source.LIMIT_BYTES + 1);
        }
    }
}
