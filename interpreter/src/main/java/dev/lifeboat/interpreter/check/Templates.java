package dev.lifeboat.interpreter.check;

import dev.lifeboat.grammar.tree.Declaration;
import dev.lifeboat.grammar.tree.TemplatePart;
import dev.lifeboat.grammar.tree.TextPart;
import java.util.List;

/** Names and types in the bodies of templates. */
final class Templates {

    private final Context context;
    private final Expressions expressions;
    private final Narrowing narrowing;

    Templates(Context context, Expressions expressions) {
        this.context = context;
        this.expressions = expressions;
        this.narrowing = new Narrowing(context.book());
    }

    void check(Declaration.Template template, Flow around) {
        var flow = around.inner();
        new Parameters(context, expressions).bind(template.parameters(), flow);
        template.subject().ifPresent(subject -> expressions.type(subject, flow));
        parts(template.body(), flow);
    }

    private void parts(List<TemplatePart> parts, Flow flow) {
        parts.forEach(part -> part(part, flow));
    }

    private void part(TemplatePart part, Flow flow) {
        switch (part) {
            case TextPart.Characters characters -> {
            }
            case TextPart.Interpolation value -> expressions.texts().intoText(value, flow);
            case TemplatePart.If choice -> choice(choice, flow);
            case TemplatePart.For loop -> {
                var element = expressions.lists().elementOf(loop.list(), "What follows `in`", flow);
                var inner = flow.inner();
                new Binder(context).bind(new Binding.Local(loop.variable().text()), loop.variable(), element, inner);
                parts(loop.parts(), inner);
            }
        }
    }

    private void choice(TemplatePart.If choice, Flow flow) {
        var so = flow.inner();
        for (var branch : choice.branches()) {
            expressions.condition(branch.condition(), "The condition of an `if`", so);
            var inner = so.inner();
            inner.learn(narrowing.holds(branch.condition()));
            parts(branch.parts(), inner);
            so.learn(narrowing.fails(branch.condition()));
        }
        choice.otherwise().ifPresent(parts -> parts(parts, so));
    }
}
