package dev.lifeboat.interpreter.run;

import static dev.lifeboat.interpreter.builtin.Effect.CHANGES;
import static dev.lifeboat.interpreter.builtin.Effect.OBSERVES;
import static dev.lifeboat.interpreter.builtin.Effect.PROBES;

import dev.lifeboat.interpreter.builtin.Builtin;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Doc;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.builtin.Namespace;
import dev.lifeboat.interpreter.value.Value;
import java.util.Optional;

/** What a run asks of the tests' world by itself. The box {@code app} stands for the application. */
@Namespace(value = "lifeboat", doc = "Hooks.")
public final class HookWords {

    @Builtin(effect = CHANGES, internal = true, doc = "Enters a service level.", example = "")
    public void serviceLevel(Call call, @Doc("Which.") long level) {
        var app = call.port(Box.class, "app");
        var before = app.read();
        call.inverse("`" + before + "` for the application", "box.put_back", app, before);
        app.write("level " + level);
    }

    @Builtin(effect = PROBES, internal = true, doc = "Whether the application can write.", example = "")
    public boolean writesWork(Call call) {
        return !call.port(Box.class, "app").read().equals("broken");
    }

    @Builtin(effect = OBSERVES, internal = true, doc = "Why a box is out of reach.", example = "")
    public Optional<String> outOfReach(Call call, @Doc("Anything.") Value item) {
        var gone = item instanceof Value.Handle(String type, String name) && type.equals("server")
                && call.port(Box.class, name).read().equals("gone");
        return gone ? Optional.of("Nobody knows where it is.") : Optional.empty();
    }

    @Builtin(effect = OBSERVES, internal = true, doc = "Refuses old versions.", example = "")
    public void requires(Call call, @Doc("Of what.") String product, @Doc("Which.") String versions) {
        if (versions.contains("99")) {
            throw Failure.of("`" + product + "` is older than " + versions + ".");
        }
    }
}
