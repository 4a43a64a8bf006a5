package dev.lifeboat.interpreter.check;

import dev.lifeboat.grammar.Diagnostic;
import dev.lifeboat.grammar.Hint;
import dev.lifeboat.grammar.Nearest;
import dev.lifeboat.grammar.tree.Name;
import dev.lifeboat.grammar.tree.Statement;
import dev.lifeboat.interpreter.value.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/** `match` is over an enumeration, names each of its words at most once, and all of them or `else`. */
final class Matches {

    private final Context context;
    private final Expressions expressions;

    Matches(Context context, Expressions expressions) {
        this.context = context;
        this.expressions = expressions;
    }

    void check(Statement.Match match, Flow flow) {
        var type = expressions.present(match.subject(), Type.UNKNOWN, flow);
        if (type instanceof Type.WordsOf words) {
            cases(match, words);
        } else if (!Types.isUnknown(type)) {
            context.error(CheckCode.MATCH, match.subject().span(),
                    "`match` is over an enumeration, and this is " + Types.named(type) + ".",
                    "Write `if … else if …` for anything else.");
        }
    }

    private void cases(Statement.Match match, Type.WordsOf words) {
        var seen = new LinkedHashMap<String, Name>();
        var known = true;
        for (var option : match.cases()) {
            for (var word : option.constants()) {
                known &= word(word, words, seen);
            }
        }
        if (known) {
            complete(match, words, seen);
        }
    }

    private boolean word(Name word, Type.WordsOf words, SequencedMap<String, Name> seen) {
        if (!words.words().contains(word.text())) {
            context.error(CheckCode.UNKNOWN_WORD, word.span(),
                    "`" + word.text() + "` is none of the words of `" + words.name() + "`.",
                    Nearest.hint(word.text(), words.words())
                            .or(() -> Optional.of(Hint.of("They are " + words.listed() + "."))));
            return false;
        }
        var first = seen.putIfAbsent(word.text(), word);
        if (first != null) {
            context.findings()
                    .add(Diagnostic
                            .error(CheckCode.MATCH, "`" + word.text() + "` is matched twice.", word.span())
                            .label(first.span(), "this one is taken"));
        }
        return true;
    }

    private void complete(Statement.Match match, Type.WordsOf words, SequencedMap<String, Name> seen) {
        var missing = new ArrayList<>(words.words());
        missing.removeAll(seen.sequencedKeySet());
        if (match.otherwise().isEmpty() && !missing.isEmpty()) {
            context.error(CheckCode.MATCH, match.subject().span(),
                    "This `match` does not say what to do at " + listed(missing) + ".",
                    "Add " + (missing.size() == 1 ? "it" : "them") + ", or an `else`.");
        } else if (match.otherwise().isPresent() && missing.isEmpty()) {
            context.findings()
                    .warning(CheckCode.NEEDLESS, match.otherwise().get().span(),
                            "This `else` is never taken: all words of `" + words.name()
                                    + "` stand before it.",
                            "Leave it out, and a word that is added later will be asked for.");
        }
    }

    private static String listed(List<String> words) {
        return words.stream().map(word -> "`" + word + "`").collect(Collectors.joining(", "));
    }
}
