package dev.lifeboat.grammar.parser;

import static dev.lifeboat.grammar.parser.RunbookLexer.AS;
import static dev.lifeboat.grammar.parser.RunbookLexer.COLON;
import static dev.lifeboat.grammar.parser.RunbookLexer.EACH;
import static dev.lifeboat.grammar.parser.RunbookLexer.FOR;
import static dev.lifeboat.grammar.parser.RunbookLexer.LBRACE;
import static dev.lifeboat.grammar.parser.RunbookLexer.LIBRARY;
import static dev.lifeboat.grammar.parser.RunbookLexer.NAME;
import static dev.lifeboat.grammar.parser.RunbookLexer.NEWLINE;
import static dev.lifeboat.grammar.parser.RunbookLexer.PARALLEL;
import static dev.lifeboat.grammar.parser.RunbookLexer.PERFORM;
import static dev.lifeboat.grammar.parser.RunbookLexer.PROCEDURE;
import static dev.lifeboat.grammar.parser.RunbookLexer.RETURN;
import static dev.lifeboat.grammar.parser.RunbookLexer.TEMPLATE;
import static dev.lifeboat.grammar.parser.RunbookLexer.TEXT_OPEN;
import static dev.lifeboat.grammar.parser.RunbookLexer.UNKNOWN;
import static dev.lifeboat.grammar.parser.RunbookLexer.USE;

import dev.lifeboat.grammar.Diagnostic;
import dev.lifeboat.grammar.Gaps;
import dev.lifeboat.grammar.Span;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/** The pieces of a file that were left out, and what they declare as far as that can be told from single words. */
final class LeftOut {

    private static final TokenSet DECLARING = TokenSet.spelled("let ask param for each step manual phase as template"
            + " procedure escalation objective");
    private static final TokenSet DECLARATIONS = TokenSet.spelled("template procedure");
    /** The words behind which a name stands that is used elsewhere. */
    private static final TokenSet BINDING = TokenSet.spelled("step manual perform param for").and(DECLARATIONS);
    private static final TokenSet FOLLOWING = TokenSet.of(COLON, TEXT_OPEN);
    private static final TokenSet STICKING = TokenSet.spelled("- .").and(NAME, UNKNOWN);
    /** The words that a runbook may miss in its header. */
    private static final List<String> HEADER = List.of("version", "owner", "rto", "rpo");

    private final List<CommonToken> tokens;
    private final Positions positions;
    private final List<Span> spans = new ArrayList<>();
    private final Set<String> names = new TreeSet<>();
    private boolean values;
    private boolean declarations;
    private boolean misnested;
    private boolean unclearLoops;

    LeftOut(List<CommonToken> tokens, Positions positions) {
        this.tokens = tokens;
        this.positions = positions;
    }

    void add(int start, int end) {
        var first = tokens.get(start);
        var last = tokens.get(end - 1).getType() == NEWLINE && end - 1 > start ? end - 2 : end - 1;
        spans.add(positions.between(first, tokens.get(last)));
        names.add(first.getText());
        names.add(nameOf(start).orElse(""));
        for (var index = start; index < end; index++) {
            declare(index);
        }
        if (first.getType() == PROCEDURE) {
            addWords(start);
        }
        if (first.getType() == USE || first.getType() == LIBRARY) {
            declarations = true;
        }
        if (BINDING.has(first) && isUnsure(start, end)) {
            addWords(start);
            values |= first.getType() != TEMPLATE;
            declarations |= DECLARATIONS.has(first);
        }
    }

    /** Something of the header, and nobody knows what. */
    void addHeader() {
        names.addAll(HEADER);
    }

    /** Something that begins with a word that nobody knows: a step, a clause or handler of one, a declaration. */
    void addUnknown(int start, boolean isInPhase) {
        var next = tokens.get(start + 1).getType();
        values |= next == COLON || isInPhase && !isName(start + 1) && next != LBRACE && next != TEXT_OPEN;
        declarations |= !isInPhase && !isName(start + 1) && next != LBRACE;
        names.add("return");
        addWords(start);
    }

    /** Which word of a line is a name can't be told where one of the others is wrong. */
    private void addWords(int start) {
        for (var index = start; tokens.get(index).getLine() == tokens.get(start).getLine()
                && tokens.get(index).getType() != Token.EOF; index++) {
            if (isName(index)) {
                names.add(tokens.get(index).getText());
            }
        }
    }

    /** A brace is missing or too many. */
    void misnest() {
        misnested = true;
    }

    /** A brace was opened by something unknown. */
    void misnestLoop() {
        unclearLoops = true;
    }

    /** Whether nobody can tell what its name was meant to be: there is none, or something sticks to it. */
    private boolean isUnsure(int start, int end) {
        if (tokens.get(start).getType() == PERFORM) {
            return IntStream.range(start, end).noneMatch(
                    index -> tokens.get(index).getType() == AS && tokens.get(index + 1).getType() == NAME);
        }
        var name = placeOfName(start);
        return !isName(name) || STICKING.has(tokens.get(name + 1))
                || DECLARATIONS.has(tokens.get(start)) && tokens.get(name + 1).getType() == COLON;
    }

    /** The name that follows the word, as in `step name` and `for each name`. */
    Optional<String> nameOf(int index) {
        var place = placeOfName(index);
        return isName(place) ? Optional.of(tokens.get(place).getText()) : Optional.empty();
    }

    private int placeOfName(int index) {
        var isLoop = tokens.get(index).getType() == FOR && tokens.get(index + 1).getType() == EACH;
        return Math.min(index + (isLoop ? 2 : 1), tokens.size() - 1);
    }

    private boolean isName(int index) {
        return Expectation.first(RunbookParser.RULE_name).contains(tokens.get(index).getType());
    }

    /** What is bound by the token and the next one: `let name`, `name: type`, `stpe name "title"`. */
    private void declare(int index) {
        if (tokens.get(index).getType() == RETURN) {
            names.add("return");
        } else if (DECLARING.has(tokens.get(index))) {
            nameOf(index).ifPresent(names::add);
        } else if (isName(index) && FOLLOWING.has(tokens.get(index + 1))) {
            names.add(tokens.get(index).getText());
        }
    }

    /** What is missing beside these errors. */
    Gaps gaps(List<Diagnostic> errors) {
        unclearLoops |= misnested && hasLoops();
        var lines = new BitSet();
        errors.forEach(error -> lines.set(error.span().line()));
        for (var index = 0; index < tokens.size() - 1; index++) {
            var isAtFault = lines.get(tokens.get(index).getLine());
            declarations |= isAtFault && tokens.get(index).getType() == USE;
            if (isAtFault || unclearLoops) {
                declare(index);
            }
        }
        errors.forEach(error -> spans.add(error.span()));
        return new Gaps(spans, new Gaps.Names(names, values, declarations), unclearLoops);
    }

    private boolean hasLoops() {
        for (var index = 0; index < tokens.size(); index++) {
            var type = tokens.get(index).getType();
            if (type == PARALLEL || type == FOR && tokens.get(index + 1).getType() == EACH) {
                return true;
            }
        }
        return false;
    }
}
