package dev.lifeboat.interpreter.evaluate;

import dev.lifeboat.grammar.tree.TemplatePart;
import dev.lifeboat.grammar.tree.TextPart;
import dev.lifeboat.interpreter.check.ResolvedTemplate;
import java.util.List;

/** Messages by template. */
public record Templates(Evaluator evaluator) {

    /** What goes out. */
    public record Letter(String subject, String body) {
        private static final String DRILL = "[DRILL] ";

        /** Both are marked: there are channels that show the one, and channels that show the other. */
        public Letter asDrill() {
            return new Letter(subject.isEmpty() ? subject : DRILL + subject, DRILL + body);
        }
    }

    /** @param frame where the arguments are evaluated */
    public Letter letter(ResolvedTemplate use, Frame frame) {
        var template = use.template();
        var inside = Frame.of(frame.surroundings());
        for (int i = 0; i < use.arguments().size(); i++) {
            inside.bind(template.parameters().get(i).name().text(), evaluator.value(use.arguments().get(i), frame));
        }
        var subject = template.subject().map(text -> evaluator.text(text, inside)).orElse("");
        return new Letter(subject, written(template.body(), inside).strip());
    }

    private String written(List<TemplatePart> parts, Frame frame) {
        var written = new StringBuilder();
        for (var part : parts) {
            written.append(switch (part) {
                case TextPart text -> new Interpolation(evaluator, frame).written(List.of(text));
                case TemplatePart.If choice -> chosen(choice, frame);
                case TemplatePart.For loop -> repeated(loop, frame);
            });
        }
        return written.toString();
    }

    private String chosen(TemplatePart.If choice, Frame frame) {
        return choice.branches().stream().filter(branch -> evaluator.holds(branch.condition(), frame)).findFirst()
                .map(TemplatePart.Branch::parts).or(choice::otherwise)
                .map(parts -> written(parts, frame.inner())).orElse("");
    }

    private String repeated(TemplatePart.For loop, Frame frame) {
        var written = new StringBuilder();
        for (var value : evaluator.list(loop.list(), frame)) {
            written.append(written(loop.parts(), frame.inner().bind(loop.variable().text(), value)));
        }
        return written.toString();
    }
}
