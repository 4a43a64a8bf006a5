package dev.lifeboat.builtins.backup;

import dev.lifeboat.builtins.mysql.GtidSet;
import java.time.Instant;
import java.util.Optional;

/**
 * What some bytes of a binary log are.
 *
 * @param to     in the file, behind their last
 * @param closed whether they end as a file that the server has closed
 * @param holds  whole transactions
 * @param first  the earliest commit among them
 * @param last   the latest
 */
public record LogPart(long to, boolean closed, GtidSet holds, Optional<Instant> first, Optional<Instant> last) {}
