package dev.lifeboat.interpreter.check;

import dev.lifeboat.grammar.Hint;
import dev.lifeboat.grammar.Nearest;
import dev.lifeboat.grammar.tree.Expression;
import dev.lifeboat.interpreter.value.Type;
import java.util.List;
import java.util.Optional;

/** The words of enumerations. */
final class Constants {

    private final Context context;

    Constants(Context context) {
        this.context = context;
    }

    /** A word of an enumeration: of the expected one, else of the only one that has it. */
    Type type(Expression.Constant constant, Type expected) {
        if (expected instanceof Type.WordsOf words) {
            return words.words().contains(constant.name()) ? words : notAWord(constant, words);
        }
        var candidates = context.types().withWord(constant.name());
        return switch (candidates.size()) {
            case 0 -> context.error(CheckCode.UNKNOWN_WORD, constant.span(),
                    "No enumeration has the word `" + constant.name() + "`.",
                    Nearest.hint(constant.name(), context.types().words()));
            case 1 -> candidates.getFirst();
            default -> Types.isUnknown(expected) ? ambiguous(constant, candidates) : candidates.getFirst();
        };
    }

    private Type notAWord(Expression.Constant constant, Type.WordsOf words) {
        return context.error(CheckCode.UNKNOWN_WORD, constant.span(),
                "`" + constant.name() + "` is none of the words of `" + words.name() + "`.",
                Nearest.hint(constant.name(), words.words())
                        .or(() -> Optional.of(Hint.of("They are " + words.listed() + "."))));
    }

    private Type ambiguous(Expression.Constant constant, List<Type.WordsOf> candidates) {
        var names = candidates.stream().map(words -> "`" + words.name() + "`").toList();
        return context.error(CheckCode.UNKNOWN_WORD, constant.span(),
                "`" + constant.name() + "` is a word of " + String.join(" and ", names)
                        + ", and nothing here says which is meant.");
    }
}
