package dev.lifeboat.builtins.mysql.rules;

import dev.lifeboat.interpreter.check.paths.Event;
import dev.lifeboat.interpreter.check.paths.Turn;
import java.util.Set;

/**
 * What has been done on a path before a server may be promoted.
 *
 * @param drained  nothing that a replica has received is still to be applied
 * @param guarded  the old primary is fenced, or somebody entitled has agreed to go on
 * @param verified a backup was found good
 * @param restored and has been restored since
 */
record Readiness(boolean drained, boolean guarded, boolean verified, boolean restored) {
    static final Readiness NONE = new Readiness(false, false, false, false);

    /** {@code mysql.apply_until} leaves out only what is meant to be left out; the others apply all of it. */
    static final Set<String> DRAINS = Set.of("mysql.drain_relay_logs", "mysql.apply_until", "mysql.wait_for_sync",
            "mysql.switchover");
    static final Set<String> FENCES = Set.of("mysql.fence", "site.fence", "mysql.switchover");
    static final Set<String> GUARDS = Set.of("mysql.fence", "site.fence", "mysql.switchover", Turn.APPROVAL);

    Readiness after(Event event) {
        return switch (event) {
            case Event.Approved approved -> new Readiness(drained, true, verified, restored);
            case Event.Called called -> after(called);
        };
    }

    private Readiness after(Event.Called called) {
        String word = called.signature().word();
        return new Readiness(drained || DRAINS.contains(word), guarded || FENCES.contains(word),
                verified || word.equals("backup.verify") && called.maySayYes(),
                restored || word.equals("backup.restore") && verified);
    }
}
