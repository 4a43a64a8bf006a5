package dev.lifeboat.cli.files;

import dev.lifeboat.grammar.Source;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The runbook that a command reads from standard input where it is given {@code -} instead of a file. */
public final class StandardInput {
    private static final Path MARK = Path.of("-");
    private static final String NAME = "input";

    private StandardInput() {}

    public static boolean isMeant(List<Path> paths) {
        if (paths.contains(MARK) && paths.size() > 1) {
            throw new UsageProblem("`-` is standard input, and stands alone.");
        }
        return paths.contains(MARK);
    }

    public static Source read() {
        try {
            return Source.read(NAME, System.in.readNBytes(Source.LIMIT_BYTES + 1));
        } catch (IOException e) {
            throw new UsageProblem("Standard input can't be read: " + e.getMessage() + ".");
        }
    }
}
