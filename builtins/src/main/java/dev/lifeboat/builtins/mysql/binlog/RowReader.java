package dev.lifeboat.builtins.mysql.binlog;

import com.github.shyiko.mysql.binlog.event.TableMapEventData;
import com.github.shyiko.mysql.binlog.event.deserialization.ColumnType;
import dev.lifeboat.builtins.mysql.RowImage;
import dev.lifeboat.builtins.mysql.RowKind;
import java.io.Serializable;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.BiFunction;

/** Writes out rows of a binary log. What a table's columns are called is asked of its server, once for each table. */
final class RowReader {
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
        return new RowImage(table(map), RowKind.INSERT, text(map, columns, row, true), "",
                text(map, columns, row, false));
    }

    RowImage deleted(TableMapEventData map, BitSet columns, Serializable[] row) {
        return new RowImage(table(map), RowKind.DELETE, text(map, columns, row, true), text(map, columns, row, false),
                "");
    }

    RowImage updated(TableMapEventData map, BitSet columnsBefore, BitSet columns,
            Map.Entry<Serializable[], Serializable[]> row) {
        return new RowImage(table(map), RowKind.UPDATE, text(map, columnsBefore, row.getKey(), true),
                text(map, columnsBefore, row.getKey(), false), text(map, columns, row.getValue(), false));
    }

    /** @param included the columns that the image has, which need not be all ({@code binlog_row_image}) */
    private String text(TableMapEventData map, BitSet included, Serializable[] row, boolean keyOnly) {
        List<TableShape.Column> columns = columns(map);
        boolean hasKey = columns.stream().anyMatch(TableShape.Column::key);
        StringJoiner text = new StringJoiner(", ");
        int value = 0;
        for (int column = included.nextSetBit(0); column >= 0; column = included.nextSetBit(column + 1)) {
            if (!keyOnly || !hasKey || columns.get(column).key()) {
                ColumnType type = ColumnType.byCode(map.getColumnTypes()[column] & 0xff);
                text.add(columns.get(column).name() + "=" + ColumnText.of(row[value], type, columns.get(column)));
            }
            value++;
        }
        return text.toString();
    }

    /** A table that was altered since has other columns now: then they have only their numbers. */
    private List<TableShape.Column> columns(TableMapEventData map) {
        int count = map.getColumnTypes().length;
        return shapes.computeIfAbsent(table(map), name -> server.apply(map.getDatabase(), map.getTable()))
                .map(TableShape::columns).filter(columns -> columns.size() == count)
                .orElseGet(() -> java.util.stream.IntStream.rangeClosed(1, count)
                        .mapToObj(TableShape.Column::unknown).toList());
    }
}
