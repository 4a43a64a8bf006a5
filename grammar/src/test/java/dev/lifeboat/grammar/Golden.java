package dev.lifeboat.grammar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Files with what is expected beside them. {@code -Dgolden=rewrite} writes what is expected anew; a test that wrote
 * anything fails, so that a green run never did.
 */
public final class Golden {

    private static final Path ROOT = Path.of("../grammar/src/test/resources/golden");

    private Golden() {}

    /** The files with this ending, in alphabetical order. */
    public static List<Path> files(String... endings) {
        return below(ROOT, endings);
    }

    /** The files below a folder with this ending, in alphabetical order. */
    public static List<Path> below(Path folder, String... endings) {
        try (var found = Files.walk(folder)) {
            return found.filter(Files::isRegularFile)
                    .filter(file -> Stream.of(endings).anyMatch(ending -> file.toString().endsWith(ending))).sorted()
                    .toList();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** What the file is called in tests and messages. */
    public static String name(Path file) {
        return ROOT.relativize(file).toString().replace('\\', '/');
    }

    /** The source in the file. */
    public static Source source(Path file) {
        return Source.read(name(file), bytes(file));
    }

    public static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Compares with the file beside the input that has the other ending. */
    public static void check(Path input, String ending, String actual) {
        var name = input.getFileName().toString();
        compare(input.resolveSibling(name.substring(0, name.lastIndexOf('.')) + ending), actual);
    }

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
