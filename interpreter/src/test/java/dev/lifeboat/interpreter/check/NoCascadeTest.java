package dev.lifeboat.interpreter.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.grammar.Diagnostics;
import dev.lifeboat.grammar.RunbookSyntax;
import dev.lifeboat.grammar.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One mistake is one message: in runbooks in which everything is right, each word in turn is left out, doubled and
 * misspelled; where that is a syntax error, the checker finds nothing besides.
 */
class NoCascadeTest {

    private static final Pattern WORD = Pattern.compile("\\w+|[^\\w\\s]");

    static Stream<Path> files() {
        return CheckedFiles.all().filter(file -> file.startsWith(CheckedFiles.ROOT.resolve("fine"))
                || file.startsWith(CheckedFiles.ROOT.resolve("libraries"))
                        && CheckedFiles.check(file).diagnostics().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("files")
    void ofAWordLeftOut(Path file) throws IOException {
        make(file, word -> "");
    }

    @ParameterizedTest
    @MethodSource("files")
    void ofAWordWrittenTwice(Path file) throws IOException {
        make(file, word -> word + " " + word);
    }

    @ParameterizedTest
    @MethodSource("files")
    void ofAWordMisspelled(Path file) throws IOException {
        make(file, word -> word.matches("[a-z_]{3,}") ? word.charAt(0) + word.substring(2) : word);
    }

    private static void make(Path file, UnaryOperator<String> mistake) throws IOException {
        var text = Files.readString(file);
        for (var words = WORD.matcher(text); words.find();) {
            var wrong = text.substring(0, words.start()) + mistake.apply(words.group()) + text.substring(words.end());
            var parsed = RunbookSyntax.parse(Source.of("wrong.runbook", wrong));
            if (parsed.tree().isEmpty()) {
                var found = CheckedFiles.check(parsed).diagnostics();
                assertThat(found).as(Diagnostics.render(found, false)).isEqualTo(parsed.diagnostics());
            }
        }
    }
}
