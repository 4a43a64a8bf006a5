package dev.lifeboat.interpreter.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.grammar.Diagnostic;
import dev.lifeboat.grammar.Diagnostics;
import dev.lifeboat.grammar.Formatter;
import dev.lifeboat.grammar.RunbookSyntax;
import dev.lifeboat.grammar.Source;
import dev.lifeboat.grammar.tree.SourceFile.Library;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** As deep as the language allows, and as long as a person may write, on the small stack of a thread that is one of many. */
class LongAndDeepTest {

    private static final long SMALL_STACK = 512 * 1024;
    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** Two brackets are open already where a body begins, and operators count up to the end of the line. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"let x = | ( | 1 | )", "let x = | [ | 1 | ]", "let x = | not_ | true | ''",
            "let x = | '' | 1 | _+ 1", "let x = | '' | true | _or true", "let x = | '' | lamp | .on",
            "let x = | \"${ | 1 | }\"",
            "'' | if true {_ | wait 1s | _}", "'' | match s { DEAD {_ | wait 1s | _} }",
            "let x = | if true then 1 else_ | 2 | ''", "'' | '' | if true { } | _else if true { }"})
    void isCheckedAndFormatted(String before, String open, String middle, String close) {
        var depth = open.contains("\"") || open.contains("{") ? 80 : 180;
        var statement = before.strip() + " " + open.replace('_', ' ').repeat(depth) + middle
                + close.replace('_', ' ').repeat(depth);
        var source = Source.of("deep", step(statement));
        onASmallStack(() -> {
            assertThat(RunbookSyntax.parse(source).diagnostics()).isEmpty();
            CheckedFiles.check(RunbookSyntax.parse(source));
            assertThat(Formatter.format(source).tree()).isPresent();
        });
    }

    private static String step(String statement) {
        return "runbook r \"R\"\n    version \"1\"\n    owner @lead\nphase p \"P\" {\n    step s \"S\" timeout 1m takes 1s {\n"
                + statement + "\n    }\n}\n";
    }

    private static void onASmallStack(Runnable work) {
        var failure = new AtomicReference<Throwable>();
        var thread = new Thread(null, work, "small", SMALL_STACK);
        thread.setUncaughtExceptionHandler((which, thrown) -> failure.set(thrown));
        thread.start();
        Assertions.assertDoesNotThrow(() -> thread.join());
        assertThat(failure.get()).isNull();
    }

    @Test
    void librariesMayUseEachOtherInALongChain() {
        assertThat(using(IntStream.range(0, 5_000).boxed().collect(Collectors.toMap(i -> i, i -> i + 1))))
                .singleElement()
                .satisfies(found -> assertThat(found.message()).isEqualTo("There is no library `5000`."));
    }

    @Test
    void librariesMayUseEachOtherInACircle() {
        assertThat(using(Map.of(0, 1, 1, 0))).isEmpty();
        assertThat(using(Map.of(0, 0))).isEmpty();
    }

    @Test
    void proceduresThatPerformEachOtherTooDeepAreRefused() {
        assertThat(performing(49)).isEmpty();
        assertThat(performing(3_000)).singleElement().satisfies(found -> assertThat(found.message())
                .isEqualTo("Procedure `p0` performs others, and they others, deeper than 50."));
    }

    /** What is found in a library with a chain of so many procedures. */
    private static List<Diagnostic> performing(int depth) {
        var chain = IntStream.range(0, depth)
                .mapToObj(i -> "procedure p" + i + "() \"P\" {\n    perform p" + (i + 1) + "() as next\n}\n")
                .collect(Collectors.joining());
        var last = "procedure p" + depth + "() \"P\" {\n    manual m \"M\" by @lead takes 1s\n}\n";
        return CheckedFiles.check("library l\n" + chain + last).diagnostics();
    }

    /** What is found in a runbook that uses the library 0, where each library uses the other. */
    private static List<Diagnostic> using(Map<Integer, Integer> uses) {
        var libraries = new LinkedHashMap<String, Library>();
        uses.forEach((library, other) -> libraries.put(library.toString(),
                (Library) RunbookSyntax.parse(Source.of("library", "library l\nuse \"" + other + "\"\n")).tree()
                        .orElseThrow()));
        var runbook = RunbookSyntax.parse(Source.of("user", step("wait 1s").replace("phase", "use \"0\"\nphase")));
        return CheckedFiles.check(runbook, new Libraries(libraries, List.of())).diagnostics();
    }

    @Test
    void aRunbookMayHaveManySteps() {
        var steps = IntStream.range(0, 20_000).mapToObj(i -> "    manual m" + i + " \"M\" by @lead\n")
                .collect(Collectors.joining());
        var runbook = "runbook r \"R\"\n    version \"1\"\n    owner @lead\n    rto 1m\nphase p \"P\" {\n" + steps
                + "}\n";
        Assertions.assertTimeout(LIMIT, () -> CheckedFiles.check(runbook));
    }

    @Test
    void namesMayBeLong() {
        var name = "n".repeat(200_000);
        var found = Assertions.assertTimeout(LIMIT,
                () -> CheckedFiles.check(step("let " + name + " = 1\nlet y = " + name + "x")).diagnostics());
        assertThat(Diagnostics.render(found, false)).contains("Nothing is called `nnn").hasSizeLessThan(10_000);
    }
}
