package dev.lifeboat.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The edits that findings of the parser bring along. */
class FixTest {

    @ParameterizedTest
    @CsvSource(delimiter = '→', quoteCharacter = '\u0001', textBlock = """
            require a = b                      → require a == b
            require (a = b) and not c = d      → require (a == b) and not c == d
            if a = b { x.y() }                 → if a == b { x.y() }
            wait until a = b every 1s timeout 1m → wait until a == b every 1s timeout 1m
            let x = if a = b then 1 else 2     → let x = if a == b then 1 else 2
            let x = [a for a in b if a = 1]    → let x = [a for a in b if a == 1]
            require a <> b                     → require a != b
            require a AND b                    → require a and b
            require a&&b||c                    → require a and b or c
            require NOT a                      → require not a
            require NOT a == b                 → require not a == b
            require !a                         → require not a
            require !(a == b)                  → require not(a == b)
            require a == NULL                  → require a == none
            require a == TRUE                  → require a == true
            require a == 'text'                → require a == "text"
            require a == “text”                → require a == "text"
            require a == „text“                → require a == "text"
            x.y(); # why                       → x.y() # why
            x.y();                             → x.y()
            x.y() -- why                       → x.y() # why
            -- why                             → # why
            // why                             → # why
            wait 30sec                         → wait 30s
            wait 5 m                           → wait 5m
            wait 90 minutes                    → wait 1h30m
            wait 30m1h                         → wait 1h30m
            wait 1.5h                          → wait 1h30m
            x.y(10gb)                          → x.y(10GB)
            x.y(10 kib)                        → x.y(10KiB)
            x.y(01)                            → x.y(1)
            x.y(05m)                           → x.y(5m)
            require a == −1                    → require a == -1
            require\u00A0a                     → require a
            if a { x.y() } elif b { x.y() }    → if a { x.y() } else if b { x.y() }
            notify on_call "text"              → notify @on_call "text"
            """)
    void isSafeWhereItIsBeyondDoubt(String wrong, String right) {
        assertThat(fixed(body(wrong))).isEqualTo(body(right));
        assertThat(RunbookSyntax.parse(Source.of("x", body(right))).diagnostics()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"let x = a = b", "x.y(a = b)", "x.y([a = b])", "require !a == b", "x.y(a // b)",
            "x.y(a --b)", "x.y([a; -b])", "x.y(); z.y()", "wait 5M", "wait 1h30", "x.y(10Mb)", "x.y(5b)", "x.y(010)",
            "x.y(2026-01-01)", "require a == 'it''s'", "require a == '${b}'",
            "require a == “x ${b}”", "require a == “x", "requir a", "x = 5", "let lastGood = 1", "let _ = 1",
            "x.y() /* why */", "x.y(a – b)"})
    void isOnlyOfferedWhereSomethingElseMayBeMeant(String wrong) {
        var diagnostics = RunbookSyntax.parse(Source.of("x", body(wrong))).diagnostics();
        assertThat(diagnostics).isNotEmpty().flatExtracting(Diagnostic::fixes).noneMatch(Fix::safe);
    }

    @Test
    void saysWhatItDoesInFullSentences() {
        var diagnostics = RunbookSyntax
                .parse(Source.of("x", body("requir a\nx.y();\n").replace("\"1\"\n", "\"1\"\n    review every 30\n")))
                .diagnostics();
        assertThat(diagnostics).flatExtracting(Diagnostic::fixes).extracting(Fix::title).containsExactly(
                "Write `30s` instead of `30`.", "Write `30m` instead of `30`.", "Write `require` instead of `requir`.",
                "Leave out the `;`.");
    }

    @Test
    void waitsWhereItTouchesAnother() {
        var source = Source.of("x", "abc");
        var one = new Fix("One.", true, new Fix.Edit(source.span(0, 1), "1"));
        var two = new Fix("Two.", true, new Fix.Edit(source.span(1, 2), "2"));
        var three = new Fix("Three.", true, new Fix.Edit(source.span(2, 3), "3"));
        assertThat(Patch.of(source, List.of(one, two, three))).isEqualTo(new Patch("1b3", List.of(one, three)));
        assertThat(Patch.of(source, List.of(one, one)).made()).hasSize(1);
    }

    /** Again and again, as `check --fix` does: a mistake may hide another. */
    private static String fixed(String text) {
        var source = Source.of("x", text);
        var fixes = RunbookSyntax.parse(source).diagnostics().stream().flatMap(found -> found.fixes().stream())
                .filter(Fix::safe).toList();
        return fixes.isEmpty() ? text : fixed(Patch.of(source, fixes).text());
    }

    private static String body(String statements) {
        return "runbook a \"b\"\n    version \"1\"\nphase p \"P\" {\n    step s \"S\" {\n" + statements.indent(8)
                + "    }\n}\n";
    }
}
