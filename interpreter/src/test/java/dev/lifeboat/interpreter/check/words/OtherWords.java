package dev.lifeboat.interpreter.check.words;

import static dev.lifeboat.interpreter.builtin.Effect.CHANGES;
import static dev.lifeboat.interpreter.builtin.Effect.PROBES;

import dev.lifeboat.interpreter.builtin.Builtin;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.CodeOf;
import dev.lifeboat.interpreter.builtin.Doc;
import dev.lifeboat.interpreter.builtin.Namespace;
import dev.lifeboat.interpreter.value.Value;

/** Words about what is around servers. */
@Namespace(value = "site", doc = "What is around servers.")
public final class OtherWords {

    private static AssertionError neverCalled() {
        return new AssertionError("a checker calls nothing");
    }

    @Builtin(effect = PROBES, doc = "Writes.", example = "site.accepts_writes(e)")
    public boolean acceptsWrites(@Doc("The endpoint.") Endpoint endpoint) {
        throw neverCalled();
    }

    @Builtin(effect = CHANGES, doc = "Switches.", example = "site.lead(e, to: s)")
    public void lead(Call call, @Doc("The endpoint.") Endpoint endpoint, @Doc("Where to.") Server to) {
        throw neverCalled();
    }

    @Builtin(effect = CHANGES, inverse = false, doc = "Runs.", example = "site.run(\"ls\")")
    public void run(@Doc("The command.") @CodeOf("command") Value.Code command) {
        throw neverCalled();
    }

    @Builtin(effect = CHANGES, doc = "Logs in.", example = "site.log_in(secret(\"key\"))")
    public void logIn(Call call, @Doc("The key.") Value.Secret key) {
        throw neverCalled();
    }
}
