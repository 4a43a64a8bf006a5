package dev.lifeboat.simulator.world;

import dev.lifeboat.builtins.backup.Dumper;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.simulator.model.Binlog;
import dev.lifeboat.simulator.model.Line;
import dev.lifeboat.simulator.model.Rows;
import dev.lifeboat.simulator.model.Server;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes what a server of the model holds as {@code mysqldump} does, as of one moment. */
final class SimDumper implements Dumper {
    private static final int ROWS_A_STATEMENT = 500;
    /** What says how far a restore has come is in no dump. */
    private static final String NOT_DUMPED = "lifeboat_restore.";
    private final SimWorld world;
    private final Server server;
    private final SimSession session;

    SimDumper(SimWorld world, Server server, SimSession session) {
        this.world = world;
        this.server = server;
        this.session = session;
    }

    @Override
    public String tool() {
        return "mysqldump Ver " + server.identity().version() + " of the model";
    }

    @Override
    public void dump(OutputStream onto) {
        for (String piece : session.observe("dump it", () -> asItComes(pieces()))) {
            byte[] bytes = piece.getBytes(StandardCharsets.UTF_8);
            if (!world.spending().spend(Rate.DUMP.takes(bytes.length * world.weight()))) {
                throw Failure.of("The time was up before all of `" + server.name() + "` was dumped.");
            }
            if (session.line() != Line.OPEN) {
                throw Failure.of("`" + server.name() + "` was lost while it was dumped: mysqldump ended with status 2, "
                        + "Lost connection to MySQL server during query.").hint("Take the backup from another server.");
            }
            write(onto, bytes);
        }
    }

    private static void write(OutputStream onto, byte[] bytes) {
        try {
            onto.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> asItComes(List<String> pieces) {
        return switch (server.stored().dumps()) {
            case WHOLE -> pieces;
            case CUT -> pieces.subList(0, pieces.size() / 2);
            case EMPTY -> List.of(pieces.getFirst(), pieces.getLast());
        };
    }

    /** All of it as of one moment, however long writing it takes. */
    private List<String> pieces() {
        List<String> pieces = new ArrayList<>();
        Binlog log = server.binlog();
        Binlog.File file = log.files().getLast();
        pieces.add("-- MySQL dump 10.13  Distrib " + server.identity().version() + ", for the model\n--\n-- Host: "
                + server.name() + "    Database: \n-- ------------------------------------------------------\n"
                + "-- Server version\t" + server.identity().version() + "\n\n"
                + "SET @@GLOBAL.GTID_PURGED=/*!80000 '+'*/ '" + server.executed() + "';\n\n"
                + "-- CHANGE REPLICATION SOURCE TO SOURCE_LOG_FILE='" + file.name() + "', SOURCE_LOG_POS="
                + log.offset(file, log.end()) + ";\n");
        String schema = "";
        for (String table : server.rows().tables().stream().filter(name -> !name.startsWith(NOT_DUMPED)).toList()) {
            String own = table.substring(0, table.indexOf('.'));
            if (!own.equals(schema)) {
                pieces.add("\n--\n-- Current Database: `" + own + "`\n--\n\nCREATE DATABASE /*!32312 IF NOT EXISTS*/ `"
                        + own + "`;\n\nUSE `" + own + "`;\n");
                schema = own;
            }
            table(table.substring(own.length() + 1), server.rows(), table, pieces);
        }
        pieces.add("\nFLUSH PRIVILEGES;\n\n-- Dump completed on " + world.model().now() + "\n");
        return pieces;
    }

    private static void table(String name, Rows rows, String table, List<String> pieces) {
        pieces.add("\n--\n-- Table structure for table `" + name + "`\n--\n\nCREATE TABLE `" + name
                + "` (\n  `id` bigint NOT NULL,\n  `note` varchar(16383) NOT NULL,\n  PRIMARY KEY (`id`)\n);\n");
        List<Map.Entry<Long, String>> all = List.copyOf(rows.table(table).entrySet());
        for (int from = 0; from < all.size(); from += ROWS_A_STATEMENT) {
            pieces.add(all.subList(from, Math.min(all.size(), from + ROWS_A_STATEMENT)).stream()
                    .map(row -> "(" + row.getKey() + ",'" + escaped(row.getValue()) + "')")
                    .collect(Collectors.joining(",", "INSERT INTO `" + name + "` VALUES ", ";\n")));
        }
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n");
    }
}
