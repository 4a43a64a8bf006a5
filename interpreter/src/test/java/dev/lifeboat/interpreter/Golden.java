package dev.lifeboat.interpreter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Compares a text with an expected file. {@code -Dgolden=rewrite} writes it anew, and then the test fails: a green run
 * has never written.
 */
public final class Golden {

    private Golden() {}

    public static void compare(Path expected, String actual) {
        try {
            if (!Files.exists(expected) || "rewrite".equals(System.getProperty("golden"))) {
                rewrite(expected, actual);
            } else {
                assertThat(actual).as("%s", expected).isEqualTo(Files.readString(expected));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void rewrite(Path expected, String actual) throws IOException {
        if (!Files.exists(expected) || !Files.readString(expected).equals(actual)) {
            Files.writeString(expected, actual);
            fail("rewritten: " + expected);
        }
    }
}
