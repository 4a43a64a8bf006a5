package dev.lifeboat.builtins.backup;

import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.interpreter.builtin.Doc;
import java.time.Instant;
import java.util.Optional;

/** What a replica got out of an archive of binary logs: {@code backup.top_up}. */
public record TopUp(
        @Doc("How many transactions it lacked and has now.") long transactions,
        @Doc("Which those are.") GtidSet added,
        @Doc("When the newest of those that the archive has of its history was committed: the server has all that was committed until then. None where none is there.") Optional<Instant> upTo,
        @Doc("What stands in logs there that have gone another way, and was left out.") GtidSet leftOut) {}
