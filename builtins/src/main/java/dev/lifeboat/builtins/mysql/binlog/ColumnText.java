package dev.lifeboat.builtins.mysql.binlog;

import com.github.shyiko.mysql.binlog.event.deserialization.ColumnType;
import com.github.shyiko.mysql.binlog.event.deserialization.json.JsonBinary;
import java.io.IOException;
import java.io.Serializable;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A value of a row for people, much as SQL would write it: times in UTC, bytes in hexadecimal, NULL as such. */
final class ColumnText {
    /** What is longer is cut, and the text says so. */
    static final int LONGEST = 64 * 1024;
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS",
            Locale.ROOT);
    private static final long MICROS = 1_000_000;

    private ColumnText() {}

    /** @param type as the table map has it */
    static String of(Serializable value, ColumnType type, TableShape.Column column) {
        return switch (value) {
            case null -> "NULL";
            case byte[] bytes -> bytes(bytes, type, column);
            case BigDecimal number -> number.toPlainString();
            case BitSet bits -> Long.toString(bits.isEmpty() ? 0 : bits.toLongArray()[0]);
            case Number number when isTime(type) -> time(number.longValue(), type);
            case Integer number when type == ColumnType.ENUM || column.type().equals("enum") -> member(number, column);
            case Long set when type == ColumnType.SET || column.type().equals("set") -> members(set, column);
            case Integer number when column.unsigned() -> unsigned(number, type);
            case Long number when column.unsigned() -> Long.toUnsignedString(number);
            default -> value.toString();
        };
    }

    private static String bytes(byte[] bytes, ColumnType type, TableShape.Column column) {
        if (type == ColumnType.JSON) {
            return json(bytes);
        }
        if (column.charset().isPresent()) {
            return quoted(text(bytes, column.charset().get()));
        }
        return column.type().isEmpty() ? guessed(bytes) : hex(bytes);
    }

    private static String json(byte[] bytes) {
        try {
            return quoted(bytes.length == 0 ? "null" : JsonBinary.parseAsString(bytes));
        } catch (IOException unreadable) {
            return hex(bytes);
        }
    }

    /** Where nobody says what they are: a text if they are one. */
    private static String guessed(byte[] bytes) {
        try {
            return quoted(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException notText) {
            return hex(bytes);
        }
    }

    private static String text(byte[] bytes, Charset charset) {
        return new String(bytes, charset);
    }

    private static String quoted(String text) {
        return "'" + cut(text).replace("\\", "\\\\").replace("'", "''") + "'";
    }

    private static String hex(byte[] bytes) {
        return cut("0x" + HexFormat.of().formatHex(bytes));
    }

    private static String cut(String text) {
        return text.length() <= LONGEST
                ? text
                : text.substring(0, LONGEST) + "… (cut: " + text.length() + " characters)";
    }

    private static boolean isTime(ColumnType type) {
        return switch (type) {
            case TIMESTAMP, TIMESTAMP_V2, DATETIME, DATETIME_V2, DATE, TIME, TIME_V2 -> true;
            default -> false;
        };
    }

    private static String time(long micros, ColumnType type) {
        if (type == ColumnType.TIME || type == ColumnType.TIME_V2) {
            long seconds = Math.abs(micros) / MICROS;
            return "'%s%02d:%02d:%02d.%06d'".formatted(micros < 0 ? "-" : "", seconds / 3600, seconds / 60 % 60,
                    seconds % 60, Math.abs(micros) % MICROS);
        }
        if (micros == Long.MIN_VALUE) {
            return "'0000-00-00'";
        }
        String moment = LocalDateTime.ofEpochSecond(Math.floorDiv(micros, MICROS),
                (int) Math.floorMod(micros, MICROS) * 1_000, ZoneOffset.UTC).format(MOMENT);
        return "'" + (type == ColumnType.DATE ? moment.substring(0, 10) : moment) + "'";
    }

    private static String member(int index, TableShape.Column column) {
        return index >= 1 && index <= column.members().size()
                ? quoted(column.members().get(index - 1))
                : Integer.toString(index);
    }

    private static String members(long bits, TableShape.Column column) {
        List<String> members = column.members();
        return members.isEmpty()
                ? Long.toString(bits)
                : quoted(IntStream.range(0, members.size()).filter(i -> (bits >> i & 1) == 1).mapToObj(members::get)
                        .collect(Collectors.joining(",")));
    }

    private static String unsigned(int number, ColumnType type) {
        return switch (type) {
            case TINY -> Integer.toString(number & 0xff);
            case SHORT -> Integer.toString(number & 0xffff);
            case INT24 -> Integer.toString(number & 0xffffff);
            default -> Integer.toUnsignedString(number);
        };
    }
}
