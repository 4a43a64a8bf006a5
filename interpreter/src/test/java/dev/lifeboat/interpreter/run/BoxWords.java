package dev.lifeboat.interpreter.run;

import static dev.lifeboat.interpreter.builtin.Effect.CHANGES;
import static dev.lifeboat.interpreter.builtin.Effect.DESTROYS;
import static dev.lifeboat.interpreter.builtin.Effect.OBSERVES;
import static dev.lifeboat.interpreter.builtin.Effect.PROBES;

import dev.lifeboat.interpreter.builtin.Builtin;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.CodeOf;
import dev.lifeboat.interpreter.builtin.Doc;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.builtin.Namespace;
import dev.lifeboat.interpreter.value.Texts;
import dev.lifeboat.interpreter.value.Value;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What the tests' runbooks can do with boxes. */
@Namespace(value = "box", doc = "Boxes.")
public final class BoxWords {

    /** What is known of some boxes. */
    record Survey(@Doc("The fullest.") Box best, @Doc("The others.") List<Box> others,
            @Doc("What is missing.") Duration loss, @Doc("Whether any is full.") boolean full,
            @Doc("How it looks.") State state, @Doc("A note, if there is one.") Optional<String> note) {}

    enum State {
        FULL, EMPTY, OPEN
    }

    @Builtin(effect = OBSERVES, doc = "What is in a box.", example = "box.read(server(\"a\"))")
    public String read(@Doc("Which.") Box box) {
        return box.read();
    }

    @Builtin(effect = OBSERVES, doc = "Whether a box holds something.", example = "box.holds(server(\"a\"), \"x\")")
    public boolean holds(@Doc("Which.") Box box, @Doc("What.") String content) {
        return box.read().equals(content);
    }

    @Builtin(effect = PROBES, doc = "Whether a box can be opened.", example = "box.opens(server(\"a\"))")
    public boolean opens(Call call, @Doc("Which.") Box box) {
        return !box.read().isEmpty();
    }

    @Builtin(effect = OBSERVES, doc = "Fails unless a box holds something.",
            example = "box.check(server(\"a\"), \"x\")")
    public void check(@Doc("Which.") Box box, @Doc("What.") String content) {
        var found = box.read();
        if (!found.equals(content)) {
            throw Failure.of("`" + box.name() + "` holds `" + found + "`.");
        }
    }

    @Builtin(effect = OBSERVES, doc = "Looks at some boxes.", example = "box.survey([server(\"a\")])")
    public Survey survey(Call call, @Doc("Which.") List<Box> boxes) {
        var loss = Duration.ofSeconds(boxes.getFirst().read().length());
        call.learn("candidate", new Value.Text(boxes.getFirst().name()));
        call.learn("loss", new Value.Span(loss));
        return new Survey(boxes.getFirst(), boxes.subList(1, boxes.size()), loss, true, State.FULL, Optional.empty());
    }

    @Builtin(effect = CHANGES, doc = "Puts something into a box.", example = "box.put(server(\"a\"), \"x\")",
            facts = {"candidate: NONE", "seal: UNSEALED"})
    public void put(Call call, @Doc("Which.") Box box, @Doc("What.") String content) {
        var before = box.read();
        call.inverse("`" + before + "` back into " + box.name(), "box.put_back", box, before);
        box.write(content);
        call.did(box.name(), "put `" + content + "`" + (call.approved() ? ", as approved" : ""));
    }

    @Builtin(effect = CHANGES, idempotent = false, doc = "Adds to what is in a box.",
            example = "box.add(server(\"a\"), \"x\")")
    public void add(Call call, @Doc("Which.") Box box, @Doc("What.") String content) {
        var before = box.read();
        call.inverse("`" + before + "` back into " + box.name(), "box.put_back", box, before);
        box.write(before + content);
    }

    @Builtin(effect = CHANGES, internal = true, inverse = false, doc = "Puts back what was found.", example = "")
    public void putBack(Call call, @Doc("Which.") Box box, @Doc("What.") String content) {
        if (box.read().startsWith("glued")) {
            throw Failure.of("`" + box.name() + "` is glued.");
        }
        box.write(content);
    }

    @Builtin(effect = CHANGES, doc = "Marks a box.", example = "box.mark(server(\"a\"))")
    public void mark(Call call, @Doc("Which.") Box box) {
        call.inverse("the mark off " + box.name(), "box.unmark", box);
        box.write("marked");
    }

    @Builtin(effect = CHANGES, internal = true, inverse = false, doc = "Takes the mark off, if there is one.",
            example = "")
    public void unmark(Call call, @Doc("Which.") Box box) {
        if (box.look().equals("marked")) {
            box.write("clean");
        }
    }

    @Builtin(effect = CHANGES, doc = "Seals a box, and knows that it is.", example = "box.seal(server(\"a\"))")
    public void seal(Call call, @Doc("Which.") Box box) {
        var before = box.read();
        call.inverse("unseal " + box.name(), "box.put_back", box, before);
        box.write("sealed " + before);
        call.learn("seal", new Value.Text("wax"));
    }

    @Builtin(effect = DESTROYS, doc = "Burns a box.", example = "box.burn(server(\"a\"))",
            facts = "loss: NOT KNOWN")
    public void burn(Call call, @Doc("Which.") Box box) {
        box.write("ashes");
    }

    @Builtin(effect = OBSERVES, doc = "Shows a statement as it would be made.", example = "box.sql(\"SELECT 1\")")
    public String sql(@Doc("The statement.") @CodeOf("sql") Value.Code statement) {
        return statement.text() + " "
                + statement.parameters().stream().map(Texts::of).toList();
    }

    @Builtin(effect = OBSERVES, doc = "Shows a command as it would be run.", example = "box.command(\"ls\")")
    public String command(@Doc("The command.") @CodeOf("command") Value.Code command) {
        return command.text();
    }
}
