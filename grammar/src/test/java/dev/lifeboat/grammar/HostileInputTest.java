package dev.lifeboat.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A lot of anything is read in no more than the time its length takes: what took the square of it would not end. */
class HostileInputTest {

    private static final int SIZE = 300_000;
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @ParameterizedTest
    @ValueSource(strings = {"{\n", "}\n", "(", "\"", "\"${", "\"\"\"", "\"\"\"\n${", ";\n", "x\n", "step ",
            "step a \"b\" {\n",
            "/*", "'", "''", "1 m ", "1_", "@", "#", "#\n", "\\", "\u0000", "\u202E", "🦄", "\r", "a.", "a,", "[],",
            "let x = ",
            "phase p \"P\" {\n", "}\nphase p \"P\" {\n", "${", "--", "\n", " ", "runbook r \"R\"\n", "escalation {\n",
            "\"\\n\" "})
    void nonsenseIsRefused(String piece) {
        var text = "runbook r \"R\"\n" + piece.repeat(SIZE / piece.length());
        var parsed = Assertions.assertTimeout(LIMIT, () -> RunbookSyntax.parse(Source.of("hostile", text)));
        assertThat(parsed.diagnostics()).hasSizeLessThanOrEqualTo(100);
        assertThat(Diagnostics.render(parsed.diagnostics(), false)).hasSizeLessThan(200_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\n", "\\\\ ", "${x}", "$", "\u200D", "text "})
    void longTextsAreRead(String piece) {
        var text = "\"" + piece.repeat(SIZE / piece.length()) + "\"";
        var parsed = Assertions.assertTimeout(LIMIT, () -> RunbookSyntax.parseExpression(Source.of("long", text)));
        assertThat(parsed.diagnostics()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[[1]],", "\"${x}\",", "f(a, -b),", "\n[\n1\n],", "\"\"\"\n a\n \"\"\",", "a # b\n,"})
    void longListsAreReadAndFormatted(String element) {
        var text = "runbook r \"R\"\nparam x: list of int = [\n" + element.repeat(SIZE / element.length()) + "]\n";
        var formatted = Assertions.assertTimeout(LIMIT, () -> Formatter.format(Source.of("long", text)));
        assertThat(formatted.diagnostics()).isEmpty();
    }

    @Test
    void whereReadingStopsIsSaid() {
        var text = "runbook r \"R\"\nparam x: int = [" + "01,".repeat(1_000) + "]\n";
        var parsed = RunbookSyntax.parse(Source.of("many", text));
        assertThat(parsed.diagnostics()).hasSize(100);
        assertThat(parsed.diagnostics().getLast().notes()).containsExactly("reading stopped here, after 100 errors");
    }

    @Test
    void ofALongLineTheRightPartIsShown() {
        var text = "[" + "a, ".repeat(500) + "🦄" + ", b".repeat(500) + "]";
        var rendered = Diagnostics.render(RunbookSyntax.parseExpression(Source.of("long", text)).diagnostics(), false);
        assertThat(rendered).contains("| …").contains("🦄").hasSizeLessThan(700);
    }
}
