package dev.lifeboat.builtins.mysql;

import dev.lifeboat.interpreter.value.Texts;
import java.util.List;

/**
 * What became of sessions that were to end.
 *
 * @param count  how many were ended; one that ended by itself meanwhile is none of them
 * @param spared whose sessions go on, since their accounts have SYSTEM_USER: people who look after the server, and MySQL lets nobody end them without it
 */
public record EndedSessions(int count, List<String> spared) {
    public EndedSessions {
        spared = List.copyOf(spared);
    }

    /** For people: {@code ended 3 sessions}. */
    public String told() {
        return "ended " + Texts.count(count, "session") + (spared.isEmpty()
                ? ""
                : "; those of `" + String.join("`, `", spared)
                        + "` go on: whose account has SYSTEM_USER is ended by such an account alone");
    }
}
