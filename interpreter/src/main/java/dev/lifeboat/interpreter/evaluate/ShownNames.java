package dev.lifeboat.interpreter.evaluate;

import dev.lifeboat.grammar.tree.Expression;
import dev.lifeboat.grammar.tree.Node;
import dev.lifeboat.interpreter.check.TreeWalk;
import dev.lifeboat.interpreter.value.Texts;
import java.util.ArrayList;
import java.util.List;

/**
 * The values of the names in a condition that failed, and what its calls answered, so that a person sees why. Makes no
 * calls.
 *
 * @param heard what was called for the condition
 */
public record ShownNames(Evaluator evaluator, Frame frame, Overheard heard) {

    private static final int LONGEST = 160;
    private static final int MOST = 20;

    /** A line for each name or field of one, in the order of the text; then one for each call. */
    public List<String> of(Expression condition) {
        var lines = new ArrayList<String>();
        collect(condition, lines);
        if (!saysItself(condition)) {
            lines.addAll(heard.answers());
        }
        return lines.stream().distinct().limit(MOST).map(ShownNames::cut).toList();
    }

    /** A condition that is one call: that it does not hold is all that the answer says. */
    private static boolean saysItself(Expression condition) {
        return switch (condition) {
            case Expression.Not not -> saysItself(not.operand());
            case Expression.BuiltinCall call -> true;
            case Expression.FunctionCall call -> call.arguments().stream().noneMatch(ShownNames::calls);
            default -> false;
        };
    }

    private static boolean calls(Node node) {
        return TreeWalk.within(node, Expression.BuiltinCall.class).findAny().isPresent();
    }

    private void collect(Node node, List<String> lines) {
        switch (node) {
            case Expression.Comprehension comprehension -> collect(comprehension.list(), lines);
            case Expression expression when isName(expression) -> lines.add(line(expression));
            default -> TreeWalk.children(node).forEach(child -> collect(child, lines));
        }
    }

    private static boolean isName(Expression expression) {
        return expression instanceof Expression.Reference
                || expression instanceof Expression.Field field && isName(field.target());
    }

    private String line(Expression name) {
        return "`" + name.span().text() + "` is " + Texts.of(evaluator.value(name, frame));
    }

    /** Never in the middle of a character. */
    private static String cut(String line) {
        if (line.length() <= LONGEST) {
            return line;
        }
        var end = Character.isHighSurrogate(line.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return line.substring(0, end) + "…";
    }
}
