package dev.lifeboat.grammar.parser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.lifeboat.grammar.Golden;
import dev.lifeboat.grammar.LongRunbook;
import dev.lifeboat.grammar.Source;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
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
        return Golden.files(".runbook", ".statement", ".expression").stream()
                .map(file -> DynamicTest.dynamicTest(Golden.name(file), () -> parse(file)));
    }

    @Test
    void aLongRunbookIsNeverReadTwice() {
        assertThat(parser(LongRunbook.of(1_000_000)).sourceFile().getText()).contains("conclude_100");
    }

    @Test
    void everyAlternativeIsInSomeFile() {
        var used = new TreeSet<String>();
        Golden.files(".runbook", ".statement", ".expression").forEach(file -> collect(parse(file), used));
        var alternatives = Arrays.stream(RunbookParser.class.getClasses())
                .filter(type -> ParserRuleContext.class.isAssignableFrom(type)).filter(GrammarTest::isAlternative)
                .filter(type -> !type.getSimpleName().contains("Piece")).map(Class::getSimpleName).toList();
        assertThat(used).containsAll(alternatives);
    }

    /** Whether it is a rule with one alternative, or a labelled alternative. */
    private static boolean isAlternative(Class<?> type) {
        return Modifier.isStatic(type.getModifiers())
                && Arrays.stream(RunbookParser.class.getClasses()).noneMatch(other -> other.getSuperclass() == type);
    }

    private static void collect(ParseTree tree, Set<String> used) {
        used.add(tree.getClass().getSimpleName());
        for (var index = 0; index < tree.getChildCount(); index++) {
            collect(tree.getChild(index), used);
        }
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
