package dev.lifeboat.grammar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * A runbook as long as one likes, for what depends on length: the primary fails again and again. It uses the whole
 * language, in about the proportions of {@code primary-failure.runbook}, and the checker finds nothing wrong with it.
 */
public final class LongRunbook {

    /** The path of the library that it uses. */
    public static final String LIBRARY_PATH = "common/replacement.runbook";

    private static final String HEAD = piece("head");
    private static final String TEMPLATES = piece("templates");
    private static final String PHASES = piece("phases");

    private LongRunbook() {}

    /** One of so many bytes, which are as many characters, and as many more as its last failure takes. */
    public static Source of(int bytes) {
        var templates = new StringBuilder();
        var phases = new StringBuilder();
        for (var failure = 1; HEAD.length() + templates.length() + phases.length() < bytes; failure++) {
            templates.append(numbered(TEMPLATES, failure));
            phases.append(numbered(PHASES, failure));
        }
        return Source.of("long.runbook", HEAD + templates + phases);
    }

    public static Source library() {
        return Source.of(LIBRARY_PATH, piece("library"));
    }

    /** What is declared in a piece ends in `_0`. */
    private static String numbered(String piece, int failure) {
        return piece.replace("_0", "_" + failure).replace("Failure 0", "Failure " + failure);
    }

    private static String piece(String name) {
        try (InputStream file = LongRunbook.class.getResourceAsStream("/long/" + name + ".runbook")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
