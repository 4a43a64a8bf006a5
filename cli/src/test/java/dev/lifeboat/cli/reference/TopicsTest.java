package dev.lifeboat.cli.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.builtins.Builtins;
import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.interpreter.builtin.Registry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** All that a runbook can say is explained. */
class TopicsTest {
    private static final Path LEXER = Path
            .of("../grammar/src/main/antlr4/dev/lifeboat/grammar/parser/RunbookLexer.g4");
    private static final Pattern WORD = Pattern.compile("(?m)^[A-Z_]+ +: '([a-z]+)' ;$");
    /** Words that only join others, and are explained with them. */
    private static final Set<String> JOINING = Set.of("after", "apart", "as", "at", "before", "each", "end", "every",
            "many", "monthly", "most", "of", "once", "one", "quarterly", "annual", "times", "to", "two", "unchanged");

    private final Registry registry = Builtins.registry(Inventory.EMPTY);
    private final Topics topics = Topics.of(registry);

    @Test
    void everyWordOfTheLanguageIsATopic() throws IOException {
        assertThat(words().filter(word -> !JOINING.contains(word)).toList()).hasSizeGreaterThan(50)
                .allSatisfy(word -> assertThat(topics.find(word)).as(word).isNotEmpty());
    }

    @Test
    void wordsThatJoinOthersStandInThePage() throws IOException {
        String page = Files.readString(Path.of("../docs/language.md"));
        assertThat(JOINING).allSatisfy(word -> assertThat(page).containsPattern("`[^`\n]*\\b" + word + "\\b[^`\n]*`"));
    }

    private static Stream<String> words() throws IOException {
        return WORD.matcher(Files.readString(LEXER)).results().map(found -> found.group(1));
    }

    @Test
    void everyTypeThatCanBeWrittenIsATopic() {
        assertThat(Stream.concat(registry.types().keySet().stream(),
                Stream.of("bool", "int", "decimal", "percent", "duration", "size", "timestamp", "text", "role", "sql",
                        "command", "secret")))
                .allSatisfy(type -> assertThat(topics.find(type)).as(type).isNotEmpty());
    }

    @Test
    void everyImplicitNameNamespaceBuiltinAndCodeIsATopic() {
        assertThat(Stream.of(registry.implicitNames().keySet().stream(), Stream.of("mysql", "endpoint", "host"),
                new BuiltinsPage(registry).words().map(word -> word.word()),
                Codes.all().map(dev.lifeboat.grammar.Code::id)).flatMap(names -> names).toList())
                .allSatisfy(name -> assertThat(topics.find(name)).as(name).isNotEmpty());
    }

    @Test
    void aNameThatIsSeveralThingsHasThePageOfEach() {
        assertThat(topics.find("endpoint")).extracting(Topic::group).containsExactly("Types and literals",
                "Namespaces", "Functions");
        assertThat(topics.find("on failure")).hasSize(2);
    }

    @Test
    void onePartOfANameIsEnoughWhereNoOtherHasIt() {
        assertThat(topics.find("until")).extracting(Topic::name).containsExactly("wait until");
        assertThat(topics.find("at")).isEmpty();
    }

    @Test
    void everyPageSaysSomethingAndLinksNowhere() {
        assertThat(topics.all()).allSatisfy(topic -> assertThat(topic.text()).as(topic.name()).startsWith("#")
                .hasSizeGreaterThan(40).doesNotContainPattern("\\]\\([^)]*#"));
    }

    @Test
    void aChapterHoldsItsSections() {
        List<Topic> chapter = topics.find("statements");
        assertThat(chapter).hasSize(1);
        assertThat(chapter.getFirst().text()).contains("### `let`", "### `fail`").doesNotContain("## Expressions");
    }
}
