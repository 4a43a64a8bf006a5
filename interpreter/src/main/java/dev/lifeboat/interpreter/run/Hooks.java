package dev.lifeboat.interpreter.run;

import dev.lifeboat.grammar.tree.Header;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.value.Texts;
import dev.lifeboat.interpreter.value.Value;
import java.util.List;
import java.util.Optional;

/**
 * What the interpreter itself asks of the builtins: the internal words of the namespace {@code lifeboat}, as far as
 * there are any.
 */
record Hooks(RunContext context) {

    /**
     * Does what the inventory says on leaving the old service level and entering the new one, and registers how to
     * take that back.
     */
    void serviceLevel(String step, int level) {
        call(step, "lifeboat.service_level", new Value.Int(level));
    }

    /** Proves that the application can write; empty where nobody can tell how. */
    Optional<Boolean> writesWork() {
        return call("", "lifeboat.writes_work").map(answer -> ((Value.Bool) answer).value());
    }

    /** Why nothing can be done on this server or host now; empty where it can, and for any other value. */
    Optional<String> outOfReach(String loop, Value item) {
        return item instanceof Value.Handle
                ? call(loop, "lifeboat.out_of_reach", item).filter(answer -> answer instanceof Value.Text)
                        .map(Texts::of)
                : Optional.empty();
    }

    /** @throws Failure where the estate has other versions */
    void require(Header.Requirement requirement) {
        call("", "lifeboat.requires", new Value.Text(requirement.product().text()),
                new Value.Text(requirement.versions().value()));
    }

    private Optional<Value> call(String step, String word, Value... arguments) {
        return context.builtin(word)
                .map(signature -> context.call(new Gate.Site(step, false), signature, List.of(arguments)));
    }
}
