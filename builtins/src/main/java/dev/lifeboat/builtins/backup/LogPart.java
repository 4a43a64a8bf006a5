package dev.lifeboat.builtins.backup;

import dev.lifeboat.builtins.mysql.GtidSet;
import java.time.Instant;
import java.util.Optional;

/**
 * What some bytes of a binary log are, as they say themselves.
 *
 * @param to     where they end in the file
 * @param closed whether the server has closed the file there
 * @param before all that had been executed when the file was begun, where they are its beginning
 * @param holds  whole transactions
 * @param first  the earliest commit among them
 * @param last   the latest
 */
public record LogPart(long to, boolean closed, Optional<GtidSet> before, GtidSet holds, Optional<Instant> first,
        Optional<Instant> last) {}
