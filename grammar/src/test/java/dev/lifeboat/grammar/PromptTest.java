package dev.lifeboat.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A prompt asks for the next line if, and only if, more lines may make what was typed whole. */
class PromptTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"if a {", "if a {\n    mysql.ping(b)", "mysql.ping(", "mysql.ping(a,", "let x =", "let x = 1 +",
                    "notify @a \"\"\"\n    text", "match s {\n    DEAD {\n    }", "wait until", "require a and"})
    void moreIsWanted(String text) {
        assertThat(RunbookSyntax.wantsMore(RunbookSyntax.parseStatement(Source.of("prompt", text)))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mysql.ping(a)", "if a { }", "let x = )", "notify @a \"text", "}"})
    void noMoreIsWanted(String text) {
        assertThat(RunbookSyntax.wantsMore(RunbookSyntax.parseStatement(Source.of("prompt", text)))).isFalse();
    }
}
