package dev.lifeboat.cli.people;

import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.value.Texts;
import dev.lifeboat.interpreter.value.Value;
import dev.lifeboat.interpreter.world.People.Question;
import java.util.Arrays;
import java.util.List;

/** Turns what a person typed into a value of the type that the question asks for. */
final class TypedAnswer {
    private TypedAnswer() {}

    static Value read(Question question, String typed) {
        if (question.many()) {
            return new Value.Listing(Arrays.stream(typed.split(",")).map(String::strip).filter(part -> !part.isEmpty())
                    .map(part -> one(question, part)).toList());
        }
        return one(question, typed.strip());
    }

    private static Value one(Question question, String typed) {
        if (question.options().isEmpty()) {
            return ofType(question, typed);
        }
        return question.options().stream().filter(option -> Texts.of(option).equals(typed)).findFirst()
                .orElseThrow(() -> Failure.of("`" + typed + "` is none of " + options(question.options()) + "."));
    }

    static String options(List<Value> options) {
        return String.join(", ", options.stream().map(Texts::of).toList());
    }

    private static Value ofType(Question question, String typed) {
        try {
            return switch (question.type()) {
                case "text" -> new Value.Text(typed);
                case "int" -> new Value.Int(Long.parseLong(typed));
                case "decimal" -> new Value.Decimal(new java.math.BigDecimal(typed));
                case "bool" -> Value.of(truth(typed));
                case "timestamp" -> new Value.Timestamp(java.time.Instant.parse(typed));
                default -> new Value.Handle(question.type(), typed);
            };
        } catch (NumberFormatException | java.time.DateTimeException e) {
            throw Failure.of("`" + typed + "` is no " + question.type() + ".").because(e);
        }
    }

    private static boolean truth(String typed) {
        return switch (typed) {
            case "yes", "true" -> true;
            case "no", "false" -> false;
            default -> throw Failure.of("`" + typed + "` is neither `yes` nor `no`.");
        };
    }
}
