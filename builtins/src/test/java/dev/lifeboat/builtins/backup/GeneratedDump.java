package dev.lifeboat.builtins.backup;

import dev.lifeboat.builtins.backup.Manifest.TableRows;
import dev.lifeboat.builtins.mysql.GtidSet;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A dump as `mysqldump` writes them, of rows with all that could mislead whoever counts them. */
final class GeneratedDump {
    private static final String[] PIECES = {"a", "(", ")", ",", ";", "),(", "\\'", "''", "\\\\", "\\n", "\"", "`", "--",
            "-- ", "#", "/*", "*/", "/*!", "ä", "𝄞", "VALUES", "INSERT INTO `t` VALUES (1);", "DELIMITER ;;",
            "-- Dump completed", " "};

    private final SplittableRandom random;
    private final StringBuilder text = new StringBuilder();
    private final TreeMap<String, Long> rows = new TreeMap<>();
    private final GtidSet executed;

    GeneratedDump(long seed) {
        random = new SplittableRandom(seed);
        executed = GtidSet.of("aaaaaaaa-0000-0000-0000-00000000000" + random.nextInt(10), 1, random.nextInt(1, 1000));
        text.append("-- MySQL dump 10.13\nSET @@GLOBAL.GTID_PURGED=/*!80000 '+'*/ '").append(executed)
                .append("';\n");
        for (int schema = 0; schema < random.nextInt(1, 4); schema++) {
            schema("s" + schema);
        }
        text.append("-- Dump completed on 2026-11-27  2:00:05\n");
    }

    String text() {
        return text.toString();
    }

    java.util.List<TableRows> tables() {
        return rows.entrySet().stream().map(table -> new TableRows(table.getKey(), table.getValue())).toList();
    }

    GtidSet executed() {
        return executed;
    }

    private void schema(String schema) {
        text.append("\nUSE `").append(schema).append("`;\n");
        for (int table = 0; table < random.nextInt(4); table++) {
            table(schema, "t" + table + (random.nextBoolean() ? "" : " (x'\";--"));
            if (random.nextInt(3) == 0) {
                routine();
            }
        }
    }

    private void table(String schema, String table) {
        rows.put(schema + "." + table, 0L);
        text.append("--\n-- Table structure for table `").append(table).append("`\n--\n\nCREATE TABLE `").append(table)
                .append("` (\n  `a` varchar(9) DEFAULT '").append(words()).append("' COMMENT '").append(words())
                .append("'\n) ENGINE=InnoDB;\n/*!40000 ALTER TABLE `").append(table).append("` DISABLE KEYS */;\n");
        for (int insert = 0; insert < random.nextInt(3); insert++) {
            int tuples = random.nextInt(1, 20);
            rows.merge(schema + "." + table, (long) tuples, Long::sum);
            text.append("INSERT INTO `").append(table).append("` ").append(random.nextBoolean() ? "" : "(`a`, `b`) ")
                    .append("VALUES ").append(IntStream.range(0, tuples).mapToObj(i -> "(" + tuple() + ")")
                            .collect(Collectors.joining(random.nextBoolean() ? "," : ",\n")))
                    .append(";\n");
        }
    }

    private String tuple() {
        return IntStream.range(0, random.nextInt(1, 5)).mapToObj(i -> value()).collect(Collectors.joining(","));
    }

    private String value() {
        return switch (random.nextInt(6)) {
            case 0 -> "NULL";
            case 1 -> String.valueOf(random.nextInt());
            case 2 -> "0x" + Integer.toHexString(random.nextInt()).toUpperCase(java.util.Locale.ROOT);
            case 3 -> "_binary '" + words() + "'";
            case 4 -> "-1.5e10";
            default -> "'" + words() + "'";
        };
    }

    private String words() {
        return IntStream.range(0, random.nextInt(6)).mapToObj(i -> PIECES[random.nextInt(PIECES.length)])
                .collect(Collectors.joining());
    }

    private void routine() {
        text.append(
                "DELIMITER ;;\nCREATE DEFINER=`root`@`%` PROCEDURE `p`()\nBEGIN\n  -- it's\n  INSERT INTO `t0` VALUES (1),(2);\n"
                        + "  SELECT '")
                .append(words()).append("'; # it's\nEND ;;\nDELIMITER ;\n");
    }
}
