package dev.lifeboat.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SourceTest {

    @Test
    void positionsAreCountedInCharactersFromOne() {
        var source = Source.of("name", "ab\n🦄c\td\r\n");
        var span = source.span(source.text().indexOf('d'), source.text().indexOf('d') + 1);
        assertThat(span.line()).isEqualTo(2);
        assertThat(span.column()).isEqualTo(4);
        assertThat(span).hasToString("name:2:4");
        assertThat(source.lineText(2)).isEqualTo("🦄c\td");
        assertThat(source.lineCount()).isEqualTo(3);
    }

    @Test
    void codePointsAreConvertedToUtf16() {
        var source = Source.of("name", "a🦄b🦄c");
        assertThat(source.indexOfCodePoint(0)).isZero();
        assertThat(source.indexOfCodePoint(1)).isEqualTo(1);
        assertThat(source.indexOfCodePoint(2)).isEqualTo(3);
        assertThat(source.indexOfCodePoint(3)).isEqualTo(4);
        assertThat(source.indexOfCodePoint(4)).isEqualTo(6);
        assertThat(source.indexOfCodePoint(5)).isEqualTo(7);
    }

    @Test
    void aByteOrderMarkIsSkipped() {
        assertThat(Source.read("name", "\uFEFFrunbook".getBytes(StandardCharsets.UTF_8)).text()).isEqualTo("runbook");
    }

    @Test
    void invalidUtf8IsToldWithItsPlace() {
        var parsed = RunbookSyntax.parse(Source.read("name", new byte[]{'a', '\n', 'b', (byte) 0xC3, 'c'}));
        assertThat(parsed.tree()).isEmpty();
        assertThat(parsed.diagnostics()).singleElement().satisfies(diagnostic -> {
            assertThat(diagnostic.code()).isEqualTo(SyntaxCode.NOT_TEXT);
            assertThat(diagnostic.span()).hasToString("name:2:2");
        });
    }

    @Test
    void halfACharacterIsNoText() {
        var parsed = RunbookSyntax.parse(Source.of("name", "a \uD83E b"));
        assertThat(parsed.diagnostics()).extracting(Diagnostic::code).containsExactly(SyntaxCode.NOT_TEXT);
    }

    @Test
    void aFileThatIsTooLargeIsNotRead() {
        var parsed = RunbookSyntax.parse(Source.read("name", new byte[Source.LIMIT_BYTES + 1]));
        assertThat(parsed.diagnostics()).singleElement().satisfies(diagnostic -> {
            assertThat(diagnostic.code()).isEqualTo(SyntaxCode.TOO_LARGE);
            assertThat(diagnostic.message()).isEqualTo("The file has 10485761 bytes, more than 10485760 (10 MiB).");
        });
    }

    @Test
    void spansJoin() {
        var source = Source.of("name", "one two three");
        var joined = source.span(0, 3).to(source.span(8, 13));
        assertThat(joined).isEqualTo(source.whole());
        assertThat(joined.after().text()).isEmpty();
        assertThat(source.span(4, 7).text()).isEqualTo("two");
    }
}
