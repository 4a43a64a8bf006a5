package dev.lifeboat.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiagnosticsTest {

    private enum Example implements Code {
        BUDGET;

        @Override
        public String id() {
            return "LB404";
        }

        @Override
        public String title() {
            return "A budget";
        }

        @Override
        public String explanation() {
            return "# A page\n";
        }
    }

    private static final Source SOURCE = Source.of("runbooks/example.runbook",
            "\n".repeat(8)
                    + "phase respond \"Immediate response\" within 5m {\n    step detect \"Detect\" takes 15s { }\n}\n");

    private static Span span(String text) {
        var start = SOURCE.text().indexOf(text);
        return SOURCE.span(start, start + text.length());
    }

    @Test
    void everythingHasItsPlace() {
        var diagnostic = Diagnostic.error(Example.BUDGET, "Phase `respond` takes 6m 27s, more than its 5m.",
                span("respond")).label(span("takes 15s"), "counted here").value("limit", "5m").note("detect 15s")
                .hint("Give the phase `within 7m`.");
        assertThat(Diagnostics.render(diagnostic, false)).isEqualTo("""
                error[LB404]: Phase `respond` takes 6m 27s, more than its 5m.
                  --> runbooks/example.runbook:9:7
                   |
                 9 | phase respond "Immediate response" within 5m {
                   |       ^^^^^^^
                  ::: runbooks/example.runbook:10:26
                   |
                10 |     step detect "Detect" takes 15s { }
                   |                          ^^^^^^^^^ counted here
                   = `limit` is 5m
                   = detect 15s
                hint: Give the phase `within 7m`.
                """);
    }

    @Test
    void aSpanOfSeveralLinesIsMarkedOnItsFirst() {
        var diagnostic = Diagnostic.warning(Example.BUDGET, "All of it.", SOURCE.whole());
        assertThat(Diagnostics.render(diagnostic, false)).startsWith("warning[LB404]: All of it.\n");
        var phase = Diagnostic.error(Example.BUDGET, "Phase.",
                SOURCE.span(SOURCE.text().indexOf("within"), SOURCE.text().length()));
        assertThat(Diagnostics.render(phase, false)).contains("  |                                    ^^^^^^^^^^^\n");
    }

    @Test
    void severalHaveAnEmptyLineBetween() {
        var one = Diagnostic.error(Example.BUDGET, "One.", span("respond"));
        assertThat(Diagnostics.render(List.of(one, one), false).split("\n\n")).hasSize(2);
        assertThat(Diagnostics.render(List.of(), false)).isEmpty();
    }

    @Test
    void colourAddsNothingButColour() {
        var diagnostic = Diagnostic.error(Example.BUDGET, "One.", span("respond")).hint("Hint.").note("Note.");
        var coloured = Diagnostics.render(diagnostic, true);
        assertThat(coloured).contains("\u001B[");
        assertThat(coloured.replaceAll("\u001B\\[[0-9;]*m", "")).isEqualTo(Diagnostics.render(diagnostic, false));
    }

    @ParameterizedTest
    @CsvSource({"abc, 3", "日本, 4", "🦄, 2", "👩‍👩‍👧, 2", "é, 1", "é, 1", "❤️, 2", "ｗ, 2", "한, 2", "→, 1"})
    void charactersTakeTheColumnsOfATerminal(String text, int columns) {
        assertThat(DisplayWidth.of(text)).isEqualTo(columns);
    }

    @Test
    void whatDoesNotShowItselfIsShown() {
        var source = Source.of("turned", "a \u001B[31m\u202Eb\u200B\u007Fc");
        var diagnostic = Diagnostic.error(Example.BUDGET, "Found `\u001B[2J`.", source.span(8, 9)).hint("Not `\u2028`.")
                .note("or `\u0007`");
        assertThat(Diagnostics.render(diagnostic, false)).isEqualTo("""
                error[LB404]: Found `␛[2J`.
                 --> turned:1:9
                  |
                1 | a ␛[31m�b�␡c
                  |         ^
                  = or `␇`
                hint: Not `�`.
                """);
    }

    @Test
    void tabsAreFilledUp() {
        assertThat(DisplayWidth.expandTabs("\ta\tbcd\te")).isEqualTo("    a   bcd e");
        assertThat(DisplayWidth.expandTabs("日\tx")).isEqualTo("日  x");
    }
}
