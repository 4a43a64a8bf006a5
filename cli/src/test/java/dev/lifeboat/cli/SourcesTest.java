package dev.lifeboat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Habits that neither the compiler nor the formatter holds. */
class SourcesTest {

    private static final int LONGEST = 300;
    private static final Pattern IMPORT = Pattern.compile("(?m)^import (?:static )?[\\w.]+\\.(\\w+);$");
    private static final Pattern SAYS_NOTHING = Pattern
            .compile(".*(Util|Utils|Helper|Helpers|Manager|Impl|Common|Misc)\\.java");

    @Test
    void everyImportIsUsed() throws IOException {
        assertThat(sources()).isNotEmpty().allSatisfy(
                file -> assertThat(unusedImports(Files.readString(file))).as("unused in %s", file).isEmpty());
    }

    @Test
    void anUnusedImportIsSeen() {
        assertThat(unusedImports("import java.util.List;\nimport java.util.Set;\nclass A { List<String> names; }"))
                .containsExactly("Set");
    }

    @Test
    void everyFileIsShort() throws IOException {
        assertThat(sources()).allSatisfy(
                file -> assertThat(Files.readAllLines(file)).as("lines of %s", file).hasSizeLessThanOrEqualTo(LONGEST));
    }

    @Test
    void everyNameSaysWhatTheThingIs() throws IOException {
        assertThat(sources()).noneMatch(file -> SAYS_NOTHING.matcher(file.toString()).matches());
    }

    private static List<String> unusedImports(String source) {
        var used = IMPORT.matcher(source).replaceAll("");
        return IMPORT.matcher(source).results().map(found -> found.group(1))
                .filter(name -> !Pattern.compile("\\b" + name + "\\b").matcher(used).find()).toList();
    }

    /** Of all modules, without what the build generates. */
    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.find(Path.of(".."), 20,
                (file, attributes) -> file.toString().endsWith(".java"))) {
            return files.filter(file -> file.toString().matches("\\.\\./\\w+/src/(main|test)/java/.*")).sorted()
                    .toList();
        }
    }
}
