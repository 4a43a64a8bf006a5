package dev.lifeboat.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.grammar.parser.Tokens;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One mistake is one message, wherever it is made: any word or mark left out, written twice, or misspelled. */
class OneMistakeTest {

    static Stream<Path> files() {
        return Golden.files("files/primary-failure.runbook", "ugly.formatted", "statements.formatted").stream();
    }

    @ParameterizedTest
    @MethodSource("files")
    void leftOut(Path file) {
        makeEach(file, word -> "");
    }

    @ParameterizedTest
    @MethodSource("files")
    void writtenTwice(Path file) {
        makeEach(file, word -> word + " " + word);
    }

    @ParameterizedTest
    @MethodSource("files")
    void misspelled(Path file) {
        makeEach(file, word -> word.matches("[a-z_]{3,}") ? word.charAt(0) + word.substring(2) : word);
    }

    private static void makeEach(Path file, UnaryOperator<String> mistake) {
        var text = new String(Golden.bytes(file), StandardCharsets.UTF_8);
        var source = Source.of("file", text);
        for (var word : words(source)) {
            var wrong = text.substring(0, word.start()) + mistake.apply(word.text()) + text.substring(word.end());
            var diagnostics = RunbookSyntax.parse(Source.of("file", wrong)).diagnostics();
            assertThat(diagnostics).as("`%s` at %s", word.text(), word).hasSizeLessThanOrEqualTo(1);
        }
    }

    private static List<Span> words(Source source) {
        return Tokens.read(source, diagnostic -> {}).list().stream()
                .map(token -> source.span(token.getStartIndex(),
                        Math.max(token.getStartIndex(), token.getStopIndex() + 1)))
                .filter(span -> !span.text().isBlank()).toList();
    }
}
