package dev.lifeboat.builtins.backup;

import dev.lifeboat.interpreter.builtin.Doc;
import java.time.Instant;

/**
 * What came out when all of a backup was read.
 *
 * @param complaint a sentence that says what is wrong; empty where it is sound
 * @param advice    what to do instead
 */
public record Verification(
        @Doc("The backup.") String backup,
        @Doc("When it was read.") Instant at,
        @Doc("Whether it can be restored, as far as reading tells.") boolean sound,
        @Doc("What is wrong with it.") String complaint,
        @Doc("What to do instead.") String advice) {

    static Verification sound(String backup, Instant at) {
        return new Verification(backup, at, true, "", "");
    }

    static Verification damaged(String backup, Instant at, String complaint, String advice) {
        return new Verification(backup, at, false, complaint, advice);
    }
}
