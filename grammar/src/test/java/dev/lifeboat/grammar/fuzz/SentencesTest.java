package dev.lifeboat.grammar.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.grammar.RunbookSyntax;
import dev.lifeboat.grammar.Source;
import dev.lifeboat.grammar.parser.Alternatives;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What comes up among the files that are made up. */
class SentencesTest {

    private static Stream<Source> files(int count) {
        var random = new Random(3);
        var sentences = new Sentences(new Spelling(List.of("a", "b", "c"), List.of("cto"), random), random);
        return Stream.generate(sentences::file).limit(count).map(text -> Source.of("sentence", text));
    }

    /** A piece is what is read of a file with errors, an expression alone what stands at a prompt. */
    @Test
    void everyAlternativeComesUp() {
        var missing = new TreeSet<>(Alternatives.all());
        missing.removeIf(name -> name.matches(".*Piece(End)?Context|Whole.*Context"));
        files(20_000).takeWhile(file -> !missing.isEmpty()).forEach(file -> missing.removeAll(Alternatives.of(file)));
        assertThat(missing).isEmpty();
    }

    @Test
    void manyAreRight() {
        var right = files(500).filter(file -> RunbookSyntax.parse(file).tree().isPresent()).count();
        assertThat(right).isGreaterThan(100);
    }
}
