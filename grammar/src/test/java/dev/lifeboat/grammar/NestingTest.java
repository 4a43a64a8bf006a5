package dev.lifeboat.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** However deep something nests, it is read or refused with a message; nobody runs out of stack. */
class NestingTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"( | )", "[ | ]", "f( | )", "-_ | ''", "not_ | ''", "a+ | ''", "a?? | ''",
            "if_a_then_b_else_ | ''", "a. | ''", "\"${ | }\""})
    void expressionsAreBounded(String open, String close) {
        assertThat(codes(nested(open, close, 60))).isEmpty();
        assertThat(codes(nested(open, close, 250))).containsExactly(SyntaxCode.TOO_DEEP);
        assertThat(codes(nested(open, close, 100_000))).containsExactly(SyntaxCode.TOO_DEEP);
    }

    private static String nested(String open, String close, int depth) {
        var opening = open.replace('_', ' ').repeat(depth);
        return opening + "a" + close.repeat(depth);
    }

    private static Iterable<Code> codes(String expression) {
        return RunbookSyntax.parseExpression(Source.of("deep", expression)).diagnostics().stream()
                .map(Diagnostic::code).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"if a { ", "for x in xs { ", "match s { DEAD { "})
    void statementsAreBounded(String open) {
        var parsed = RunbookSyntax.parseStatement(Source.of("deep", open.repeat(10_000)));
        assertThat(parsed.diagnostics()).extracting(Diagnostic::code).containsExactly(SyntaxCode.TOO_DEEP);
    }

    @Test
    void templatesAreBounded() {
        var parsed = RunbookSyntax.parse(Source.of("deep",
                "runbook r \"R\"\ntemplate t() \"\"\"" + "${if if a then b else c}".repeat(10_000) + "\"\"\"\n"));
        assertThat(parsed.diagnostics()).extracting(Diagnostic::code).containsExactly(SyntaxCode.TOO_DEEP);
    }

    @Test
    void manySmallThingsAreNotDeep() {
        var list = "[" + "a + b * (c), ".repeat(5_000) + "]";
        var parsed = RunbookSyntax.parseExpression(Source.of("wide", list));
        assertThat(parsed.diagnostics()).isEmpty();
        var body = "{\n" + "if a { x.y() } else if b { x.y(-1) } else { x.y(1 + 2) }\n".repeat(2_000) + "}";
        assertThat(RunbookSyntax.parseStatement(Source.of("wide", "if a " + body)).diagnostics()).isEmpty();
    }

    @Test
    void manyBranchesAreNotDeep() {
        var chain = "if a { }" + " else if b { }".repeat(1_000);
        assertThat(RunbookSyntax.parseStatement(Source.of("long", chain)).diagnostics()).isEmpty();
    }
}
