package dev.lifeboat.interpreter.evaluate;

import dev.lifeboat.interpreter.value.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * Where a piece of a runbook finds the values of its names. Frames are nested as blocks are; a name is bound once, in
 * the frame of the block that binds it.
 */
public final class Frame {

    /** What is known outside of the bodies. */
    public interface Surroundings {

        /** A step as a value; see {@link dev.lifeboat.interpreter.check.Binding.StepValue}. */
        Value step(String name, int shared);

        /** A parameter of the runbook, or an implicit name. */
        Value named(String name);
    }

    private final Optional<Frame> outer;
    private final Surroundings surroundings;
    private final SequencedMap<String, Value> bound = new LinkedHashMap<>();

    private Frame(Optional<Frame> outer, Surroundings surroundings) {
        this.outer = outer;
        this.surroundings = surroundings;
    }

    public static Frame of(Surroundings surroundings) {
        return new Frame(Optional.empty(), surroundings);
    }

    /** For a block inside this one. */
    public Frame inner() {
        return inner(surroundings);
    }

    /** For a block inside this one that has other surroundings: a round of a loop. */
    public Frame inner(Surroundings others) {
        return new Frame(Optional.of(this), others);
    }

    public Frame bind(String name, Value value) {
        if (bound.putIfAbsent(name, value) != null) {
            throw new IllegalStateException("`" + name + "` is bound already.");
        }
        return this;
    }

    /** What this frame itself has bound, in that order. */
    public SequencedMap<String, Value> bound() {
        return Collections.unmodifiableSequencedMap(bound);
    }

    /** {@code none} where it was not bound, as in a handler of a body that did not come so far. */
    Value local(String name) {
        var here = bound.get(name);
        return here != null ? here : outer.map(frame -> frame.local(name)).orElse(Value.NONE);
    }

    public Surroundings surroundings() {
        return surroundings;
    }
}
