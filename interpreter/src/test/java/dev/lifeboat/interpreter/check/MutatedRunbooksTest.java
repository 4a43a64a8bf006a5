package dev.lifeboat.interpreter.check;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.lifeboat.grammar.RunbookSyntax;
import dev.lifeboat.grammar.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever a runbook says, the checker answers with diagnostics: words of good runbooks are dropped, doubled and
 * swapped, from a fixed seed.
 */
class MutatedRunbooksTest {

    private static final int MUTANTS = 150;

    static Stream<Path> files() {
        return CheckedFiles.all();
    }

    @ParameterizedTest
    @MethodSource("files")
    void neverThrows(Path file) throws IOException {
        var words = words(Files.readString(file));
        var random = new Random(file.getFileName().toString().hashCode());
        for (var i = 0; i < MUTANTS; i++) {
            var mutant = mutated(words, random);
            assertThatCode(() -> CheckedFiles.check(mutant)).as(mutant).doesNotThrowAnyException();
        }
    }

    /** Else the test above would test the parser alone. */
    @Test
    void manyMutantsCanBeParsed() throws IOException {
        var words = words(Files.readString(CheckedFiles.ROOT.resolve("fine/failover.runbook")));
        var random = new Random(1);
        var parsed = new AtomicInteger();
        for (var i = 0; i < MUTANTS; i++) {
            RunbookSyntax.parse(Source.of("mutant.runbook", mutated(words, random))).tree()
                    .ifPresent(tree -> parsed.incrementAndGet());
        }
        Assertions.assertThat(parsed.get()).isGreaterThan(MUTANTS / 10);
    }

    /** Words and what stands between them. */
    private static List<String> words(String text) {
        return Arrays.asList(text.split("(?<=\\W)|(?=\\W)"));
    }

    private static String mutated(List<String> words, Random random) {
        var mutant = words.toArray(String[]::new);
        var place = random.nextInt(mutant.length);
        var other = random.nextInt(mutant.length);
        switch (random.nextInt(4)) {
            case 0 -> mutant[place] = "";
            case 1 -> mutant[place] = mutant[place] + mutant[place];
            case 2 -> mutant[place] = nextWord(mutant, other);
            default -> {
                var kept = mutant[place];
                mutant[place] = mutant[other];
                mutant[other] = kept;
            }
        }
        return String.join("", mutant);
    }

    private static String nextWord(String[] words, int from) {
        return Arrays.stream(words).skip(from).filter(word -> word.matches("\\w+")).findFirst().orElse("x");
    }
}
