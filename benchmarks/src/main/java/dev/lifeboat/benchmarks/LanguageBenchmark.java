package dev.lifeboat.benchmarks;

import dev.lifeboat.cli.Assembly;
import dev.lifeboat.cli.files.RunbookRoot;
import dev.lifeboat.grammar.Formatter;
import dev.lifeboat.grammar.LongRunbook;
import dev.lifeboat.grammar.Parsed;
import dev.lifeboat.grammar.RunbookSyntax;
import dev.lifeboat.grammar.Source;
import dev.lifeboat.grammar.parser.RunbookParser;
import dev.lifeboat.grammar.parser.Tokens;
import dev.lifeboat.grammar.tree.SourceFile;
import dev.lifeboat.interpreter.check.Checked;
import dev.lifeboat.interpreter.check.Checker;
import dev.lifeboat.interpreter.check.Libraries;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** From the bytes of a long runbook to its tokens, its tree, its checked program and its one style. */
@State(Scope.Benchmark)
@Fork(value = 3, jvmArgsAppend = {"-XX:+UseSerialGC", "-Xms3g", "-Xmx3g", "-Xmn1g"})
@Warmup(iterations = 6, time = 4)
@Measurement(iterations = 5, time = 2)
public class LanguageBenchmark {

    @Param("1000000")
    int size;

    private Source source;
    private Parsed<SourceFile> parsed;
    private Checker checker;
    private Libraries libraries;

    @Setup
    public void prepare() {
        source = LongRunbook.of(size);
        parsed = RunbookSyntax.parse(source);
        checker = Assembly.checker(RunbookRoot.of(Path.of("runbooks/primary-failure.runbook")));
        var library = (SourceFile.Library) RunbookSyntax.parse(LongRunbook.library()).tree().orElseThrow();
        var byPath = new LinkedHashMap<String, SourceFile.Library>();
        byPath.put(LongRunbook.LIBRARY_PATH, library);
        libraries = new Libraries(byPath, List.of());
    }

    @Benchmark
    public Tokens lex(Throughput throughput) {
        throughput.bytes += source.text().length();
        return tokens();
    }

    /** What all that is made of it compares with: the same grammar, and no tree. */
    @Benchmark
    public Object antlrWithoutTree(Throughput throughput) {
        throughput.bytes += source.text().length();
        var parser = new RunbookParser(new CommonTokenStream(new ListTokenSource(tokens().list())));
        parser.setErrorHandler(new BailErrorStrategy());
        parser.setBuildParseTree(false);
        return parser.sourceFile();
    }

    @Benchmark
    public Parsed<SourceFile> parse(Throughput throughput) {
        throughput.bytes += source.text().length();
        return RunbookSyntax.parse(source);
    }

    @Benchmark
    public Checked check(Throughput throughput) {
        throughput.bytes += source.text().length();
        return checker.check(parsed, libraries);
    }

    @Benchmark
    public Checked parseAndCheck(Throughput throughput) {
        throughput.bytes += source.text().length();
        return checker.check(RunbookSyntax.parse(source), libraries);
    }

    @Benchmark
    public Parsed<String> format(Throughput throughput) {
        throughput.bytes += source.text().length();
        return Formatter.format(source);
    }

    private Tokens tokens() {
        return Tokens.read(source, diagnostic -> {
            throw new IllegalStateException(diagnostic.message());
        });
    }
}
