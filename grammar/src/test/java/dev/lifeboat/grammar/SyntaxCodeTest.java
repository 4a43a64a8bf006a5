package dev.lifeboat.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SyntaxCodeTest {

    /** Shown by tests of their own: a golden file of it would be too large, or no text. */
    private static final Set<SyntaxCode> ELSEWHERE = EnumSet.of(SyntaxCode.TOO_LARGE);

    @ParameterizedTest
    @EnumSource
    void everyCodeHasAPage(SyntaxCode code) {
        assertThat(code.id()).matches("LB1\\d\\d");
        assertThat(code.explanation()).startsWith("# " + code.id() + ": " + code.title() + "\n");
    }

    @ParameterizedTest
    @EnumSource
    void everyCodeIsInSomeGoldenFile(SyntaxCode code) {
        var files = Golden.files(".diagnostics").stream()
                .map(file -> new String(Golden.bytes(file), StandardCharsets.UTF_8));
        assertThat(ELSEWHERE.contains(code) || files.anyMatch(text -> text.contains("error[" + code.id() + "]")))
                .as("a golden file with %s", code).isTrue();
    }

    @Test
    void noCodeIsThereTwice() {
        var ids = EnumSet.allOf(SyntaxCode.class).stream().map(SyntaxCode::id).collect(Collectors.toSet());
        assertThat(ids).hasSameSizeAs(SyntaxCode.values());
    }
}
