package dev.lifeboat.simulator.model;

import dev.lifeboat.builtins.mysql.MySqlServer.TableChecksum;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a server holds: rows by table and primary key. Two servers with equal GTID sets can differ here, and that is what matters. */
public final class Rows {
    /** Error 1062: a row with that key is there already. */
    static final int DUPLICATE_KEY = 1062;
    /** Error 1032: the row to be changed is not there. */
    static final int NO_SUCH_ROW = 1032;

    /** Error 1146. */
    static final int NO_SUCH_TABLE = 1146;

    private final SortedMap<String, TreeMap<Long, String>> tables = new TreeMap<>();
    private final Set<String> dropped = new TreeSet<>();

    Rows copy() {
        Rows copy = new Rows();
        tables.forEach((table, rows) -> copy.tables.put(table, new TreeMap<>(rows)));
        copy.dropped.addAll(dropped);
        return copy;
    }

    public Optional<String> get(String table, long key) {
        return Optional.ofNullable(table(table).get(key));
    }

    public SortedMap<Long, String> table(String table) {
        return Collections.unmodifiableSortedMap(tables.getOrDefault(table, new TreeMap<>()));
    }

    /** The names of the tables that have rows. */
    public List<String> tables() {
        return tables.entrySet().stream().filter(table -> !table.getValue().isEmpty()).map(Map.Entry::getKey).toList();
    }

    /** Puts a row there that no transaction wrote. */
    public void put(String table, long key, String value) {
        tables.computeIfAbsent(table, name -> new TreeMap<>()).put(key, value);
    }

    /** Takes a row away that no transaction deleted. */
    public void remove(String table, long key) {
        Optional.ofNullable(tables.get(table)).ifPresent(rows -> rows.remove(key));
    }

    public boolean has(String table) {
        return tables.containsKey(table);
    }

    /** The key that AUTO_INCREMENT gives next. */
    long nextKey(String table) {
        TreeMap<Long, String> rows = tables.get(table);
        return rows == null || rows.isEmpty() ? 1 : rows.lastKey() + 1;
    }

    /** Inserts the row, or updates it where it is there. */
    public RowChange upsert(String table, long key, String value) {
        return get(table, key).isPresent() ? RowChange.update(table, key, value) : RowChange.insert(table, key, value);
    }

    /** Makes all of the changes, or none. @return the error that stopped it */
    OptionalInt apply(List<RowChange> changes) {
        SortedMap<String, TreeMap<Long, String>> before = changes.size() > 1 ? copy().tables : tables;
        for (RowChange change : changes) {
            OptionalInt error = apply(change);
            if (error.isPresent()) {
                restore(before);
                return error;
            }
        }
        return OptionalInt.empty();
    }

    private void restore(SortedMap<String, TreeMap<Long, String>> before) {
        if (before != tables) {
            tables.clear();
            tables.putAll(before);
        }
    }

    private OptionalInt apply(RowChange change) {
        if (change.kind() == RowChange.Kind.DROP || dropped.contains(change.table())) {
            return drop(change);
        }
        TreeMap<Long, String> rows = tables.computeIfAbsent(change.table(), table -> new TreeMap<>());
        boolean there = rows.containsKey(change.key());
        switch (change.kind()) {
            case INSERT -> {
                if (there) {
                    return OptionalInt.of(DUPLICATE_KEY);
                }
                rows.put(change.key(), change.value());
            }
            case UPDATE -> {
                if (!there) {
                    return OptionalInt.of(NO_SUCH_ROW);
                }
                rows.put(change.key(), change.value());
            }
            case DELETE -> {
                if (!there) {
                    return OptionalInt.of(NO_SUCH_ROW);
                }
                rows.remove(change.key());
            }
            case DROP -> throw new IllegalStateException("A table that is dropped has no rows to change.");
        }
        return OptionalInt.empty();
    }

    /** There is no such table afterwards, nor is a row written into it. */
    private OptionalInt drop(RowChange change) {
        boolean there = dropped.add(change.table());
        tables.remove(change.table());
        return there && change.kind() == RowChange.Kind.DROP ? OptionalInt.empty() : OptionalInt.of(NO_SUCH_TABLE);
    }

    /** How many rows there are in all. */
    public long count() {
        return tables.values().stream().mapToLong(TreeMap::size).sum();
    }

    /** All tables but those of Lifeboat's own schema, and MySQL's. */
    List<TableChecksum> checksums() {
        return tables.entrySet().stream().filter(table -> isApplications(table.getKey()))
                .map(table -> new TableChecksum(table.getKey(), table.getValue().size(), checksum(table.getValue())))
                .toList();
    }

    private static boolean isApplications(String table) {
        return !table.startsWith("lifeboat.") && !table.startsWith("lifeboat_restore.") && !table.startsWith("mysql.");
    }

    private static String checksum(TreeMap<Long, String> rows) {
        long sum = 0;
        for (var row : rows.entrySet()) {
            sum ^= Hash.mix(Hash.of(row.getValue()) + row.getKey());
        }
        return Long.toHexString(sum);
    }
}
