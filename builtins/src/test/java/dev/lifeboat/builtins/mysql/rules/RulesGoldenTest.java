package dev.lifeboat.builtins.mysql.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.builtins.Builtins;
import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.grammar.Diagnostic;
import dev.lifeboat.grammar.Diagnostics;
import dev.lifeboat.grammar.Golden;
import dev.lifeboat.grammar.RunbookSyntax;
import dev.lifeboat.grammar.Source;
import dev.lifeboat.grammar.tree.SourceFile.Library;
import dev.lifeboat.interpreter.builtin.Vocabulary;
import dev.lifeboat.interpreter.check.Checker;
import dev.lifeboat.interpreter.check.Libraries;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each runbook under {@code rules} has beside it what is said about it; about those in {@code fine} it is nothing. */
class RulesGoldenTest {
    private static final Path ROOT = Path.of("src/test/resources/rules");
    private static final Path EXAMPLE = Path.of("../runbooks/primary-failure.runbook");

    static Stream<Path> files() {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().endsWith(".runbook"))
                    .filter(file -> !file.startsWith(ROOT.resolve("libraries"))).sorted().toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Stream<Path> fine() {
        return files().filter(file -> file.startsWith(ROOT.resolve("fine")));
    }

    private static List<Diagnostic> check(Path file) {
        return check(source(file), LaterWords.vocabulary());
    }

    private static List<Diagnostic> check(Source source, Vocabulary vocabulary) {
        return new Checker(vocabulary, Optional.empty(), MySqlRules.of(List.of()))
                .check(RunbookSyntax.parse(source), libraries()).diagnostics();
    }

    private static Libraries libraries() {
        LinkedHashMap<String, Library> libraries = new LinkedHashMap<>();
        Path steps = ROOT.resolve("libraries/steps.runbook");
        libraries.put("libraries/steps.runbook", (Library) RunbookSyntax.parse(source(steps)).tree().orElseThrow());
        return new Libraries(libraries, List.of());
    }

    private static Source source(Path file) {
        try {
            String name = file.startsWith(ROOT) ? ROOT.relativize(file).toString() : file.getFileName().toString();
            return Source.of(name.replace('\\', '/'), Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void saysWhatIsExpected(Path file) {
        Golden.check(file, ".diagnostics", Diagnostics.render(check(file), false));
    }

    @ParameterizedTest
    @MethodSource("fine")
    void whatIsFineIsFine(Path file) {
        assertThat(check(file)).isEmpty();
    }

    /** What is fine is so because of what is said there: with other words it is not. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            promotions | mysql.fence        | mysql.status              | LB502
            promotions | mysql.fence        | mysql.status              | LB504
            promotions | drain_relay_logs   | freeze_receivers          | LB501
            promotions | when not fence.succeeded approve | when fence.succeeded approve | LB502
            restore    | fail "The          | notify @lead "The         | LB506
            restore    | when rebuild.succeeded |                       | LB507
            detach     | db2")) and endpoint | db2")) or endpoint       | LB505
            detach     | stop               | continue                  | LB505
            sql        | FLUSH LOCAL        | FLUSH                     | LB509
            sql        | < 9.7              | 9.7                       | LB508
            """)
    void withOtherWordsItIsNot(String file, String words, String others, String code) {
        Source fine = source(ROOT.resolve("fine/" + file + ".runbook"));
        String text = fine.text().replace(words, others == null ? "" : others);
        assertThat(text).isNotEqualTo(fine.text());
        assertThat(check(Source.of("other.runbook", text), LaterWords.vocabulary()))
                .anyMatch(found -> found.code().id().equals(code));
    }

    /** A file is named after the code that it shows, and shows it. */
    @ParameterizedTest
    @EnumSource(MySqlCode.class)
    void everyCodeIsShownByItsFile(MySqlCode code) {
        assertThat(files().filter(file -> file.getFileName().toString().startsWith(code.id())))
                .anySatisfy(file -> assertThat(check(file)).anyMatch(found -> found.code() == code));
    }

    @ParameterizedTest
    @EnumSource(MySqlCode.class)
    void everyCodeIsExplainedWithAnExample(MySqlCode code) {
        assertThat(code.explanation()).startsWith("# " + code.id() + ": " + code.title()).contains("```");
    }

    @Test
    void theFailoverOfTheRepositoryIsFineWithTheWordsThatThereAre() {
        assertThat(check(source(EXAMPLE), Builtins.registry(Inventory.EMPTY)))
                .noneMatch(found -> found.isError() || found.code() instanceof MySqlCode);
    }
}
