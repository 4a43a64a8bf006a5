package dev.lifeboat.grammar.parser;

import static dev.lifeboat.grammar.parser.RunbookLexer.COLON;
import static dev.lifeboat.grammar.parser.RunbookLexer.LBRACE;
import static dev.lifeboat.grammar.parser.RunbookLexer.LIBRARY;
import static dev.lifeboat.grammar.parser.RunbookLexer.LPAREN;
import static dev.lifeboat.grammar.parser.RunbookLexer.NEWLINE;
import static dev.lifeboat.grammar.parser.RunbookLexer.PHASE;
import static dev.lifeboat.grammar.parser.RunbookLexer.PROCEDURE;
import static dev.lifeboat.grammar.parser.RunbookLexer.RBRACE;
import static dev.lifeboat.grammar.parser.RunbookLexer.RETURN;
import static dev.lifeboat.grammar.parser.RunbookLexer.RUNBOOK;
import static dev.lifeboat.grammar.parser.RunbookLexer.TEXT_OPEN;
import static dev.lifeboat.grammar.parser.RunbookLexer.UNCLOSED_TEXT;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.CommonToken;

/**
 * What remains of a file without the pieces that could not be read: tokens that are a file again, which is parsed as
 * any other. A {@link StandIn} takes the place of a head that could not be read.
 */
final class Remains {

    private static final TokenSet FILES = TokenSet.of(RUNBOOK, LIBRARY);
    private static final TokenSet BEHIND_NAMES = TokenSet.of(TEXT_OPEN, COLON, LPAREN);

    private final List<CommonToken> tokens;
    private final LeftOut leftOut;
    private final List<CommonToken> header = new ArrayList<>();
    private final List<CommonToken> rest = new ArrayList<>();
    /** How many heads in the rest are open. The outermost stays open until another begins: see {@link #close}. */
    private int depth;
    private boolean inProcedure;
    /** What the next tokens may belong to, if they are no piece: where it begins and ends, and its place in the rest. */
    private Optional<Kept> last = Optional.empty();

    private record Kept(int start, int end, List<CommonToken> list, int place) {}

    Remains(List<CommonToken> tokens, LeftOut leftOut) {
        this.tokens = tokens;
        this.leftOut = leftOut;
    }

    LeftOut leftOut() {
        return leftOut;
    }

    /** A piece that was read. What an unclosed text has swallowed is unknown, so a piece with one is left out. */
    void keep(int start, int end) {
        if (tokens.subList(start, end).stream().anyMatch(token -> token.getType() == UNCLOSED_TEXT)) {
            leaveOut(start, end, Resumption.isHead(tokens.get(start)));
        } else if (Resumption.isHeader(tokens, start) || FILES.has(tokens.get(start))) {
            take(start, end, header);
        } else if (findPlace(start)) {
            take(start, end, rest);
        } else {
            leftOut.add(start, end);
        }
    }

    private void take(int start, int end, List<CommonToken> list) {
        var isHead = Resumption.isHead(tokens.get(start));
        last = isHead || FILES.has(tokens.get(start))
                ? Optional.empty()
                : Optional.of(new Kept(start, end, list, list.size()));
        if (list == rest) {
            separate();
        }
        list.addAll(tokens.subList(start, tokens.get(end - 1).getType() == NEWLINE ? end - 1 : end));
        depth += isHead ? 1 : 0;
    }

    /** @param isOpen whether the piece is a head that opens a brace, so that what follows stands in it */
    void leaveOut(int start, int end, boolean isOpen) {
        if (isOpen ? findPlace(start) : start == 0 && FILES.has(tokens.get(start))) {
            standIn(start, isOpen ? rest : header);
            depth += isOpen ? 1 : 0;
        } else if (!Resumption.isPiece(tokens, start) && !Resumption.isHeader(tokens, start)) {
            leaveOutUnknown(start);
        }
        leftOut.add(start, end);
        last = Optional.empty();
    }

    /** `stpe name "title"` was meant to be a step; `undoo { … }` may belong to the one before, which is not whole then. */
    private void leaveOutUnknown(int start) {
        if (leftOut.nameOf(start).isEmpty() || !BEHIND_NAMES.has(tokens.get(start + 2))) {
            leaveOutLast();
        }
        if (rest.isEmpty()) {
            leftOut.addHeader();
        }
        leftOut.addUnknown(start, depth > 0);
    }

    private void leaveOutLast() {
        last.ifPresent(kept -> {
            kept.list().subList(kept.place(), kept.list().size()).clear();
            leftOut.add(kept.start(), kept.end());
        });
    }

    private void standIn(int start, List<CommonToken> place) {
        if (place == rest) {
            separate();
        }
        place.addAll(StandIn.of(tokens.get(start), leftOut.nameOf(start).orElse("")));
    }

    /** A brace that closes a head. Steps behind the end of a phase are still taken for its own. */
    void close() {
        if (depth > 1) {
            closeOne();
            last = Optional.empty();
        }
    }

    private void closeOne() {
        rest.add(StandIn.token(rest.getLast(), RBRACE));
        depth--;
    }

    private void closeAll() {
        while (depth > 0) {
            closeOne();
        }
    }

    /** Goes to where the piece can stand, if there is such a place. */
    private boolean findPlace(int start) {
        if (Resumption.isTopLevel(tokens, start)) {
            closeAll();
            inProcedure = tokens.get(start).getType() == PROCEDURE;
            return true;
        }
        if (tokens.get(start).getType() == RETURN) {
            return inProcedure && depth == 1;
        }
        if (depth == 0 && !isLibrary()) {
            separate();
            rest.addAll(StandIn.of(StandIn.token(tokens.get(start), PHASE), ""));
            depth = 1;
        }
        return depth > 0;
    }

    private boolean isLibrary() {
        return !header.isEmpty() && header.getFirst().getType() == LIBRARY;
    }

    private void separate() {
        if (rest.isEmpty() || rest.getLast().getType() != LBRACE) {
            rest.add(StandIn.token(rest.isEmpty() ? tokens.getFirst() : rest.getLast(), NEWLINE));
        }
    }

    /** All of it; nothing where nobody can tell whether it is a runbook or a library. */
    Optional<List<CommonToken>> file() {
        closeAll();
        if (header.isEmpty() || !FILES.has(header.getFirst())) {
            if (rest.stream().noneMatch(token -> token.getType() == PHASE)) {
                return Optional.empty();
            }
            header.addAll(0, StandIn.of(StandIn.token(tokens.getFirst(), RUNBOOK), ""));
            leftOut.addHeader();
        }
        header.addAll(rest);
        header.add(tokens.getLast());
        return Optional.of(header);
    }
}
