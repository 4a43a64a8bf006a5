package dev.lifeboat.interpreter.builtin;

import dev.lifeboat.interpreter.value.Type;
import java.util.Collection;
import java.util.Optional;
import java.util.SequencedMap;

/** What a runbook can say beyond the language itself: the builtins and the implicit names. All that the checker knows of the world. */
public interface Vocabulary {

    Optional<Signature> find(String namespace, String name);

    /** In the order of the reference. */
    Collection<Signature> all();

    /** {@code cluster}, {@code rto}, {@code rpo}, {@code run}, {@code incident}: known everywhere. */
    SequencedMap<String, Type> implicitNames();

    /** Types that a {@code param} can have beyond the language's own, by name: {@code server}, {@code endpoint}, … */
    SequencedMap<String, Type> types();
}
