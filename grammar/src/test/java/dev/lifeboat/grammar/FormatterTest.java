package dev.lifeboat.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The formatter itself refuses to change a meaning; here it is seen that it formats, and that it keeps the rest. */
class FormatterTest {

    private static final Pattern TRAILING_BLANK = Pattern.compile("[ \t]+$", Pattern.MULTILINE);

    @TestFactory
    Stream<DynamicTest> filesAreFormattedAsExpected() {
        return Golden.files(".runbook").stream().filter(file -> Golden.name(file).startsWith("format/")).map(
                file -> DynamicTest.dynamicTest(Golden.name(file),
                        () -> Golden.check(file, ".formatted", format(Golden.source(file)))));
    }

    @TestFactory
    Stream<DynamicTest> whatIsFormattedStays() {
        return readable().map(file -> DynamicTest.dynamicTest(Golden.name(file), () -> {
            var once = format(Golden.source(file));
            assertThat(format(Source.of("again", once))).isEqualTo(once);
            assertThat(once).endsWith("\n").doesNotEndWith("\n\n").doesNotContain("\r").doesNotStartWith("\n");
        }));
    }

    @TestFactory
    Stream<DynamicTest> commentsAreKept() {
        return readable().map(file -> DynamicTest.dynamicTest(Golden.name(file), () -> assertThat(
                comments(format(Golden.source(file)))).isEqualTo(comments(Golden.source(file).text()))));
    }

    private static List<String> comments(String text) {
        return text.lines().filter(line -> line.contains("#") && !line.contains("\"select"))
                .map(line -> line.substring(line.indexOf('#')).stripTrailing()).toList();
    }

    @Test
    void nothingIsLeftAtTheEndsOfLines() {
        var formatted = format(Source.of("blanks", "runbook r \"R\"   \n    # comment  \n    version \"1\" \t\n"));
        assertThat(TRAILING_BLANK.matcher(formatted).find()).isFalse();
    }

    @Test
    void aFileWithErrorsIsLeftAlone() {
        var formatted = Formatter.format(Source.of("wrong", "runbook r \"R\"\n    rto 5\n"));
        assertThat(formatted.tree()).isEmpty();
        assertThat(formatted.diagnostics()).extracting(Diagnostic::code).containsExactly(SyntaxCode.LITERAL);
    }

    private static Stream<Path> readable() {
        return Golden.files(".runbook").stream().filter(file -> Snippets.parse(file).tree().isPresent());
    }

    private static String format(Source source) {
        return Formatter.format(source).tree().orElseThrow();
    }
}
