package dev.lifeboat.builtins.mysql.jdbc;

import dev.lifeboat.builtins.mysql.GtidSet;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a server's binary log by SQL ({@code SHOW BINLOG EVENTS}), newest file first, to tell Lifeboat's own transactions from others. */
final class JdbcBinlog {
    private static final Pattern GTID = Pattern.compile("GTID_NEXT *= *'([^']+)'");
    private static final Pattern OWN_TABLE = Pattern.compile("table_id: \\d+ \\(lifeboat\\..*\\).*");
    private static final Pattern OWN_STATEMENT = Pattern
            .compile("(?is)(use `[^`]*`; *)?(BEGIN|COMMIT|ALTER .*EVENT `?lifeboat`?\\.`?heartbeat`?.*)( /\\*.*\\*/)?");

    private final Connection connection;
    private final GtidSet among;
    private GtidSet own = GtidSet.EMPTY;
    private GtidSet foreign = GtidSet.EMPTY;

    private JdbcBinlog(Connection connection, GtidSet among) {
        this.connection = connection;
        this.among = among;
    }

    /** See {@link dev.lifeboat.builtins.mysql.MySqlServer#clientWrites}. */
    static GtidSet clientWrites(Connection connection, GtidSet among) throws SQLException {
        return new JdbcBinlog(connection, among).read();
    }

    private GtidSet read() throws SQLException {
        List<String> files = files();
        for (String file : files.reversed()) {
            if (own.union(foreign).contains(among)) {
                break;
            }
            read(file);
        }
        return among.subtract(own);
    }

    private List<String> files() throws SQLException {
        List<String> files = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW BINARY LOGS")) {
            while (row.next()) {
                files.add(row.getString(1));
            }
        }
        return files;
    }

    private void read(String file) throws SQLException {
        GtidSet current = GtidSet.EMPTY;
        try (PreparedStatement statement = connection.prepareStatement("SHOW BINLOG EVENTS IN ?")) {
            statement.setString(1, file);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    current = event(current, row.getString("Event_type"), row.getString("Info"));
                }
            }
        }
    }

    /** @return the transaction that the next event belongs to */
    private GtidSet event(GtidSet current, String type, String info) {
        Matcher gtid = GTID.matcher(info == null ? "" : info);
        if (type.toLowerCase(Locale.ROOT).startsWith("gtid") && gtid.find()) {
            GtidSet next = GtidSet.parse(gtid.group(1)).intersect(among);
            own = own.union(next);
            return next;
        }
        boolean mine = switch (type) {
            case "Table_map" -> OWN_TABLE.matcher(info).matches();
            case "Query" -> OWN_STATEMENT.matcher(info).matches();
            default -> true;
        };
        if (!mine) {
            own = own.subtract(current);
            foreign = foreign.union(current);
        }
        return current;
    }
}
