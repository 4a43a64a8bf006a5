package dev.lifeboat.grammar.parser;

import dev.lifeboat.grammar.Source;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;

/** The alternatives of the grammar: what there is, and what a text uses. */
public final class Alternatives {

    private Alternatives() {}

    /** Each rule with one alternative, and each labelled alternative. */
    public static Set<String> all() {
        return Arrays.stream(RunbookParser.class.getClasses())
                .filter(type -> ParserRuleContext.class.isAssignableFrom(type)).filter(Alternatives::isAlternative)
                .map(Class::getSimpleName).collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isAlternative(Class<?> type) {
        return Modifier.isStatic(type.getModifiers())
                && Arrays.stream(RunbookParser.class.getClasses()).noneMatch(other -> other.getSuperclass() == type);
    }

    /** What a file uses that is right but for mistakes that the grammar knows; nothing of any other. */
    public static Set<String> of(Source file) {
        try {
            return of(parser(file).sourceFile());
        } catch (SyntaxError error) {
            return Set.of();
        }
    }

    static Set<String> of(ParseTree tree) {
        var used = new TreeSet<String>();
        collect(tree, used);
        return used;
    }

    /** What the pieces of a file use: each is read where one may begin. */
    static Set<String> ofPieces(Source file) {
        var parser = parser(file);
        var tokens = Tokens.read(file, diagnostic -> {}).list();
        var used = new TreeSet<String>();
        IntStream.range(0, tokens.size())
                .filter(at -> Resumption.isPiece(tokens, at) || Resumption.isHeader(tokens, at))
                .forEach(at -> piece(parser, at).ifPresent(piece -> collect(piece, used)));
        return used;
    }

    private static Optional<ParseTree> piece(RunbookParser parser, int at) {
        parser.reset();
        parser.getInputStream().seek(at);
        try {
            return Optional.of(parser.piece());
        } catch (SyntaxError error) {
            return Optional.empty();
        }
    }

    private static RunbookParser parser(Source file) {
        return Reading.parser(Tokens.read(file, diagnostic -> {}).list(), new FirstError());
    }

    private static void collect(ParseTree tree, Set<String> used) {
        used.add(tree.getClass().getSimpleName());
        for (var index = 0; index < tree.getChildCount(); index++) {
            collect(tree.getChild(index), used);
        }
    }
}
