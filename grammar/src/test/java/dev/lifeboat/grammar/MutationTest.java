package dev.lifeboat.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is typed, reading it ends, throws nothing, and says what is wrong if there is no tree. */
class MutationTest {

    private static final int ROUNDS = Integer.getInteger("mutations", 1500);
    private static final List<String> WORDS = List.of("{", "}", "(", ")", "[", "\"", "\"\"\"", "${", "\n", "step",
            "phase", "if", "else", "then", "not", "-", ",", ":", "=", "@", "'", "#", "5m", "01", "🦄", "\u0000", "\r",
            "\\", "for each", "on failure", "${if", "${end}", "\uD800", "\u202E", "A", "??", "let", "1.5h", "~");

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void mutatedFilesAreRead(long seed) {
        var random = new Random(seed);
        var files = Golden.files(Snippets.ENDINGS);
        for (var round = 0; round < ROUNDS; round++) {
            var file = files.get(random.nextInt(files.size()));
            read(file, mutate(file, files, random));
        }
    }

    private static void read(Path file, String text) {
        var parsed = Snippets.parse(file, Source.of("mutated", text));
        assertThat(parsed.tree().isPresent() || !parsed.diagnostics().isEmpty()).as(text).isTrue();
        assertThat(Diagnostics.render(parsed.diagnostics(), true).isEmpty()).isEqualTo(parsed.tree().isPresent());
        Formatter.format(Source.of("mutated", text)).tree().ifPresent(MutationTest::formatAgain);
    }

    private static void formatAgain(String formatted) {
        assertThat(Formatter.format(Source.of("formatted", formatted)).tree()).contains(formatted);
    }

    private static String mutate(Path file, List<Path> files, Random random) {
        var text = new StringBuilder(text(file));
        var changes = 1 + random.nextInt(4);
        for (var change = 0; change < changes; change++) {
            var at = random.nextInt(text.length() + 1);
            var end = Math.min(text.length(), at + random.nextInt(12));
            switch (random.nextInt(5)) {
                case 0 -> text.delete(at, end);
                case 1 -> text.insert(at, WORDS.get(random.nextInt(WORDS.size())));
                case 2 -> text.replace(at, end, WORDS.get(random.nextInt(WORDS.size())));
                case 3 -> text.insert(at, text.substring(at, end));
                default -> text.insert(at, stretch(text(files.get(random.nextInt(files.size()))), random));
            }
        }
        return text.toString();
    }

    private static String stretch(String text, Random random) {
        var at = random.nextInt(text.length() + 1);
        return text.substring(at, Math.min(text.length(), at + random.nextInt(60)));
    }

    private static String text(Path file) {
        return new String(Golden.bytes(file), StandardCharsets.UTF_8);
    }

    @Test
    void bytesThatAreNoTextAreRead() {
        var random = new Random(3);
        var names = new ArrayList<SyntaxCode>();
        for (var round = 0; round < 300; round++) {
            var bytes = new byte[1 + random.nextInt(200)];
            random.nextBytes(bytes);
            var parsed = RunbookSyntax.parse(Source.read("bytes", bytes));
            parsed.diagnostics().forEach(diagnostic -> names.add((SyntaxCode) diagnostic.code()));
            assertThat(parsed.tree()).isEmpty();
        }
        assertThat(names).contains(SyntaxCode.NOT_TEXT);
    }
}
