package dev.lifeboat.builtins.backup;

import dev.lifeboat.builtins.backup.Manifest.TableRows;
import dev.lifeboat.builtins.mysql.GtidSet;
import java.io.OutputStream;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Learns from a dump, as it passes, what its manifest has to say. Statements come from {@link SqlStatements}, which tells them apart as the client {@code mysql} does; so what looks like an INSERT in a
 * routine or in a text is none.
 */
final class DumpScanner extends OutputStream implements SqlStatements.Listener {
    private static final Pattern NAME = Pattern.compile("`((?:[^`]|``)*)`");
    /** The `+` stands in a comment for MySQL 8, of which only what is in it reaches us. */
    private static final Pattern GTID_PURGED = Pattern
            .compile("SET @@GLOBAL\\.GTID_PURGED=\\s*(?:80000 '\\+')?\\s*'([^']*)'");
    private static final Pattern POSITION = Pattern.compile(
            "CHANGE (?:REPLICATION SOURCE|MASTER) TO (?:SOURCE|MASTER)_LOG_FILE='([^']*)', (?:SOURCE|MASTER)_LOG_POS=(\\d+);");
    private static final String TRAILER = "Dump completed";

    private final SqlStatements statements = new SqlStatements(this);
    private final TreeMap<String, Long> rows = new TreeMap<>();
    private Optional<GtidSet> executed = Optional.empty();
    private String logFile = "";
    private long logPosition;
    private boolean complete;
    private String schema = "";
    private long size;

    @Override
    public void write(int one) {
        write(new byte[]{(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
        size += length;
        statements.feed(bytes, from, length);
    }

    /** To be asked once all of it has passed. */
    DumpFacts facts() {
        statements.end();
        return new DumpFacts(executed, logFile, logPosition, complete, rows.entrySet().stream()
                .map(table -> new TableRows(table.getKey(), table.getValue())).toList(), size);
    }

    @Override
    public void comment(String text) {
        complete = text.startsWith(TRAILER);
        Matcher position = POSITION.matcher(text);
        if (logFile.isEmpty() && position.find()) {
            logFile = position.group(1);
            logPosition = Long.parseLong(position.group(2));
        }
    }

    @Override
    public void statement(String beginning, long tuples) {
        complete = false;
        String first = beginning.substring(0, Math.max(0, beginning.indexOf(' ')));
        switch (first) {
            case "INSERT", "REPLACE" -> rows.merge(table(beginning), tuples, Long::sum);
            case "CREATE" -> create(beginning);
            case "USE" -> schema = name(beginning);
            case "SET" -> set(beginning);
            default -> {
                // Nothing that a manifest tells of.
            }
        }
    }

    private void create(String statement) {
        if (Stream.of("CREATE TABLE `", "CREATE TABLE IF NOT EXISTS `").anyMatch(statement::startsWith)) {
            rows.putIfAbsent(table(statement), 0L);
        }
    }

    private void set(String statement) {
        Matcher purged = GTID_PURGED.matcher(statement);
        if (executed.isEmpty() && purged.lookingAt()) {
            executed = parsed(purged.group(1));
        }
    }

    /** What can't be read is as good as no header. */
    private static Optional<GtidSet> parsed(String set) {
        try {
            return Optional.of(GtidSet.parse(set));
        } catch (IllegalArgumentException noGtidSet) {
            return Optional.empty();
        }
    }

    private String table(String statement) {
        return schema + "." + name(statement);
    }

    private static String name(String statement) {
        Matcher name = NAME.matcher(statement);
        return name.find() ? name.group(1).replace("``", "`") : "";
    }
}
