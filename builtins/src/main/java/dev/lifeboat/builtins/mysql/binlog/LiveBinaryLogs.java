package dev.lifeboat.builtins.mysql.binlog;

import dev.lifeboat.builtins.mysql.BinaryLogs.LogFile;
import dev.lifeboat.builtins.mysql.BinaryLogs.Page;
import dev.lifeboat.builtins.mysql.BinaryLogs.Place;
import dev.lifeboat.builtins.mysql.BinaryLogs.Wanted;
import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.jdbc.JdbcSession;
import dev.lifeboat.interpreter.world.RealWorld;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The binary logs of a server that runs, by the replication protocol. */
@RealWorld
final class LiveBinaryLogs {
    private final JdbcSession session;

    LiveBinaryLogs(JdbcSession session) {
        this.session = session;
    }

    List<LogFile> files() {
        return session.observe("list its binary logs", LiveBinaryLogs::files);
    }

    private static List<LogFile> files(Connection connection) throws SQLException {
        List<LogFile> files = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW BINARY LOGS")) {
            while (row.next()) {
                files.add(new LogFile(row.getString("Log_name"), row.getLong("File_size"), GtidSet.EMPTY));
            }
        }
        List<LogFile> known = new ArrayList<>();
        for (LogFile file : files) {
            known.add(new LogFile(file.name(), file.size(), before(connection, file.name())));
        }
        return known;
    }

    private static GtidSet before(Connection connection, String file) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SHOW BINLOG EVENTS IN ? LIMIT 2")) {
            statement.setString(1, file);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    if (row.getString("Event_type").equals("Previous_gtids")) {
                        return GtidSet.parse(row.getString("Info"));
                    }
                }
            }
            return GtidSet.EMPTY;
        }
    }

    /** The columns are read first, on a connection that also says whom it has met. */
    Page read(Place from, Wanted wanted) {
        RowReader reader = new RowReader((schema, table) -> session.observe("read the columns of `" + table + "`",
                connection -> TableShape.of(connection, schema, table)));
        session.observe("read its binary log", connection -> null);
        PageBuilder page = new PageBuilder(from, new TransactionAssembler(session.login().name(), reader, wanted),
                wanted);
        boolean end = BinlogConnection.read(session, from, LogDecoder.create(), page::add);
        return page.page(end);
    }
}
