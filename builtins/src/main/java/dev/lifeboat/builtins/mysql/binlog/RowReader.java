package dev.lifeboat.builtins.mysql.binlog;

import com.github.shyiko.mysql.binlog.event.TableMapEventData;
import com.github.shyiko.mysql.binlog.event.deserialization.ColumnType;
import dev.lifeboat.builtins.mysql.RowImage;
import dev.lifeboat.builtins.mysql.RowKind;
import java.io.Serializable;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes out rows of a binary log. What a table's columns are called is asked of its server, once for each table. */
final class RowReader {
    private static final SortedMap<Integer, String> NOTHING = Collections.emptySortedMap();
    private final BiFunction<String, String, Optional<TableShape>> server;
    private final Map<String, Optional<TableShape>> shapes = new HashMap<>();

    /** @param server finds a table by its schema and name, as it is now */
    RowReader(BiFunction<String, String, Optional<TableShape>> server) {
        this.server = server;
    }

    static String table(TableMapEventData map) {
        return map.getDatabase() + "." + map.getTable();
    }

    RowImage inserted(TableMapEventData map, BitSet columns, Serializable[] row) {
        return image(map, RowKind.INSERT, NOTHING, values(map, columns, row));
    }

    RowImage deleted(TableMapEventData map, BitSet columns, Serializable[] row) {
        return image(map, RowKind.DELETE, values(map, columns, row), NOTHING);
    }

    RowImage updated(TableMapEventData map, BitSet columnsBefore, BitSet columns,
            Map.Entry<Serializable[], Serializable[]> row) {
        return image(map, RowKind.UPDATE, values(map, columnsBefore, row.getKey()),
                values(map, columns, row.getValue()));
    }

    private RowImage image(TableMapEventData map, RowKind kind, SortedMap<Integer, String> before,
            SortedMap<Integer, String> after) {
        SortedMap<Integer, String> known = kind == RowKind.INSERT ? after : before;
        Set<Integer> columns = key(map);
        boolean keyed = !columns.isEmpty() && known.keySet().containsAll(columns);
        String key = keyed ? text(known, columns) : text(known);
        String newKey = keyed && kind == RowKind.UPDATE ? text(merged(before, after), columns) : key;
        return new RowImage(table(map), kind, key, keyed, newKey.equals(key) ? "" : newKey, text(before), text(after));
    }

    /** With {@code binlog_row_image=MINIMAL} an image has what was changed alone. */
    private static SortedMap<Integer, String> merged(SortedMap<Integer, String> before,
            SortedMap<Integer, String> after) {
        SortedMap<Integer, String> whole = new TreeMap<>(before);
        whole.putAll(after);
        return whole;
    }

    private Set<Integer> key(TableMapEventData map) {
        List<TableShape.Column> columns = columns(map);
        return IntStream.range(0, columns.size()).filter(column -> columns.get(column).key()).boxed()
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String text(SortedMap<Integer, String> values) {
        return String.join(", ", values.values());
    }

    private static String text(SortedMap<Integer, String> values, Set<Integer> columns) {
        return columns.stream().map(values::get).collect(Collectors.joining(", "));
    }

    /**
     * Each with its name, by the column's place.
     *
     * @param included the columns that the image has, which need not be all ({@code binlog_row_image})
     */
    private SortedMap<Integer, String> values(TableMapEventData map, BitSet included, Serializable[] row) {
        List<TableShape.Column> columns = columns(map);
        SortedMap<Integer, String> values = new TreeMap<>();
        for (int column = included.nextSetBit(0); column >= 0; column = included.nextSetBit(column + 1)) {
            ColumnType type = ColumnType.byCode(map.getColumnTypes()[column] & 0xff);
            values.put(column, columns.get(column).name() + "="
                    + ColumnText.of(row[values.size()], type, columns.get(column)));
        }
        return values;
    }

    /** A table that was altered since has other columns now: then they have only their numbers. */
    private List<TableShape.Column> columns(TableMapEventData map) {
        int count = map.getColumnTypes().length;
        return shapes.computeIfAbsent(table(map), name -> server.apply(map.getDatabase(), map.getTable()))
                .map(TableShape::columns).filter(columns -> columns.size() == count)
                .orElseGet(() -> IntStream.rangeClosed(1, count)
                        .mapToObj(TableShape.Column::unknown).toList());
    }
}
