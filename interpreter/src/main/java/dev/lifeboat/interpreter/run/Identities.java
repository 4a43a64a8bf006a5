package dev.lifeboat.interpreter.run;

import dev.lifeboat.interpreter.builtin.Halt;
import dev.lifeboat.interpreter.builtin.IdentityGuard;
import dev.lifeboat.interpreter.value.Texts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who is behind each name, held once for a run: as the preflight found it, or as it was met first. The journal has it with the preflight and with each call of a
 * port. Only a builtin that changes an identity by design, and is declared so, teaches the run a new one, as the fact {@code identity of db1}.
 */
public final class Identities implements IdentityGuard, Listener {

    /** What a fact begins with that says who is behind a name from now on. */
    static final String FACT = "identity of ";

    private final Map<String, String> known = new ConcurrentHashMap<>();

    /** Who is behind it, where that is known. */
    Optional<String> of(String name) {
        return Optional.ofNullable(known.get(name));
    }

    @Override
    public void met(String name, String identity) {
        var before = known.putIfAbsent(name, identity);
        if (before != null && !before.equals(identity)) {
            throw another(name, before, identity);
        }
    }

    private static Halt another(String name, String before, String identity) {
        return new Halt("`" + name + "` leads to another server than before: it was " + before + ", and is " + identity
                + " now. Nothing was done there.", List.of("expected " + before, "met " + identity),
                "Find out where the address of `" + name
                        + "` leads (DNS, a proxy, a moved address, a server that was rebuilt), put it right, and carry the run on.");
    }

    @Override
    public void heard(Recorded recorded) {
        switch (recorded.event()) {
            case Event.PreflightEnded preflight -> preflight.identities()
                    .forEach(found -> known.put(found.name(), found.identity()));
            case Event.PortCallEnded call when call.identity() != null -> known.putIfAbsent(call.target(),
                    call.identity());
            case Event.Learned learned when learned.fact().startsWith(FACT) -> known
                    .put(learned.fact().substring(FACT.length()), Texts.of(learned.value()));
            default -> {
            }
        }
    }
}
