package dev.lifeboat.interpreter.evaluate;

import dev.lifeboat.grammar.tree.Expression;
import dev.lifeboat.grammar.tree.Node;
import dev.lifeboat.interpreter.check.TreeWalk;
import dev.lifeboat.interpreter.value.Texts;
import java.util.ArrayList;
import java.util.List;

/** The values of the names in a condition that failed, so that a person sees why. Makes no calls. */
public record ShownNames(Evaluator evaluator, Frame frame) {

    private static final int LONGEST = 160;

    /** A line for each name or field of one, in the order of the text. */
    public List<String> of(Expression condition) {
        var lines = new ArrayList<String>();
        collect(condition, lines);
        return lines.stream().distinct().toList();
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
        var text = Texts.of(evaluator.value(name, frame));
        var shown = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
        return "`" + name.span().text() + "` is " + shown;
    }
}
