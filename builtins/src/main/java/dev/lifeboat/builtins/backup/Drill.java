package dev.lifeboat.builtins.backup;

import dev.lifeboat.interpreter.builtin.Doc;
import dev.lifeboat.interpreter.value.Value;
import java.time.Duration;
import java.time.Instant;

/** How a real restore of a backup went: what says how long the next one takes. */
public record Drill(
        @Doc("The backup.") String backup,
        @Doc("The cluster.") String cluster,
        @Doc("The server that it was restored to.") String server,
        @Doc("When that began.") Instant at,
        @Doc("How large it was as SQL.") Value.Size size,
        @Doc("How large it was in the store.") Value.Size stored,
        @Doc("How long it took to read all of it once, which is what verifying takes.") Duration verified,
        @Doc("How long it took to load.") Duration loaded,
        @Doc("How many transactions were applied afterwards.") long transactions,
        @Doc("How long that took.") Duration applied,
        @Doc("Whether the server then had what it should.") boolean passed,
        @Doc("What else is to be said.") String remark) {}
