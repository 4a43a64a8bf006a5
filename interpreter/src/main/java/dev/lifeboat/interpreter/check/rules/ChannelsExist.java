package dev.lifeboat.interpreter.check.rules;

import dev.lifeboat.grammar.Diagnostic;
import dev.lifeboat.grammar.Nearest;
import dev.lifeboat.grammar.tree.Name;
import dev.lifeboat.grammar.tree.Statement;
import dev.lifeboat.interpreter.check.CheckCode;
import dev.lifeboat.interpreter.check.Draft;
import dev.lifeboat.interpreter.check.Findings;
import dev.lifeboat.interpreter.check.Rule;
import java.util.List;

/** A channel after `via` is one of the inventory's. */
final class ChannelsExist implements Rule {

    @Override
    public void check(Draft draft, Findings findings) {
        draft.estate().ifPresent(
                estate -> draft.nodes(Statement.Notify.class)
                        .flatMap(notify -> notify.channels().stream())
                        .forEach(channel -> check(channel, estate.channels(), findings)));
    }

    private static void check(Name channel, List<String> known, Findings findings) {
        if (!known.contains(channel.text())) {
            var diagnostic = Diagnostic.error(CheckCode.NOT_IN_INVENTORY,
                    "The inventory has no channel `" + channel.text() + "`.", channel.span());
            findings.add(Nearest.hint(channel.text(), known).map(diagnostic::hint).orElse(diagnostic));
        }
    }
}
