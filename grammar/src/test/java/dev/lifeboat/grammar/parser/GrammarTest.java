package dev.lifeboat.grammar.parser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.lifeboat.grammar.Golden;
import dev.lifeboat.grammar.LongRunbook;
import dev.lifeboat.grammar.RunbookSyntax;
import dev.lifeboat.grammar.Source;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.atn.ATNConfigSet;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.dfa.DFA;
import org.antlr.v4.runtime.tree.ParseTree;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The grammar is not ambiguous anywhere, and the golden files use all of it. */
class GrammarTest {

    @TestFactory
    Stream<DynamicTest> noFileIsAmbiguous() {
        return Stream.concat(files(), elsewhere())
                .map(file -> DynamicTest.dynamicTest(file.toString(), () -> parse(file)));
    }

    /** What the modules above check and run, and the runbooks themselves. */
    private static Stream<Path> elsewhere() {
        return Stream.of("../interpreter/src/test/resources", "../cli/src/test/resources", "../runbooks")
                .flatMap(folder -> Golden.below(Path.of(folder), ".runbook").stream());
    }

    @Test
    void aLongRunbookIsNeverReadTwice() {
        assertThat(parser(LongRunbook.of(1_000_000)).sourceFile().getText()).contains("conclude_100");
    }

    @Test
    void everyAlternativeIsInSomeFile() {
        var missing = new TreeSet<>(Alternatives.all());
        files().forEach(file -> missing.removeAll(Alternatives.of(parse(file))));
        brokenFiles().forEach(file -> missing.removeAll(Alternatives.ofPieces(Golden.source(file))));
        assertThat(missing).isEmpty();
    }

    private static Stream<Path> files() {
        return Golden.files(".runbook", ".statement", ".expression").stream();
    }

    /** Only of these are pieces read. */
    private static Stream<Path> brokenFiles() {
        return Golden.files(".runbook").stream()
                .filter(file -> RunbookSyntax.parse(Golden.source(file)).tree().isEmpty());
    }

    private static ParseTree parse(Path file) {
        var parser = parser(Golden.source(file));
        var name = file.toString();
        return switch (name.substring(name.lastIndexOf('.'))) {
            case ".statement" -> parser.wholeStatement();
            case ".expression" -> parser.wholeExpression();
            default -> parser.sourceFile();
        };
    }

    private static RunbookParser parser(Source source) {
        var tokens = Tokens.read(source, diagnostic -> {});
        var parser = new RunbookParser(new CommonTokenStream(new ListTokenSource(tokens.list())));
        parser.removeErrorListeners();
        parser.addErrorListener(new Unambiguous());
        parser.getInterpreter().setPredictionMode(PredictionMode.LL_EXACT_AMBIG_DETECTION);
        return parser;
    }

    /** Fails where two readings are possible, and where one token more than the next has to decide by context. */
    private static final class Unambiguous extends BaseErrorListener {

        @Override
        public void reportAmbiguity(Parser parser, DFA dfa, int start, int stop, boolean exact, BitSet alternatives,
                ATNConfigSet configurations) {
            fail("Ambiguous: " + rule(parser, dfa));
        }

        @Override
        public void reportAttemptingFullContext(Parser parser, DFA dfa, int start, int stop, BitSet conflicting,
                ATNConfigSet configurations) {
            fail("Full context needed: " + rule(parser, dfa));
        }

        private static String rule(Parser parser, DFA dfa) {
            return parser.getRuleNames()[dfa.atnStartState.ruleIndex] + " at " + parser.getCurrentToken();
        }
    }
}
