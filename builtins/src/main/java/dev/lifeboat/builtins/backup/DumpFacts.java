package dev.lifeboat.builtins.backup;

import dev.lifeboat.builtins.backup.Manifest.TableRows;
import dev.lifeboat.builtins.mysql.GtidSet;
import java.util.List;
import java.util.Optional;

/**
 * What a dump says of itself.
 *
 * @param executed    the set of its header; empty where there is none
 * @param logFile     the binary log of its header; empty text where there is none
 * @param complete    whether its last line says that it is complete
 * @param tables      rows of each table, MySQL's own among them, by name
 * @param size        in bytes
 */
record DumpFacts(Optional<GtidSet> executed, String logFile, long logPosition, boolean complete,
        List<TableRows> tables, long size) {}
