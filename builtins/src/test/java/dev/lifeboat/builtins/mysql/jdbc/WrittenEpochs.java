package dev.lifeboat.builtins.mysql.jdbc;

import dev.lifeboat.builtins.lab.LabServer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The epochs in which rows of a table were written, in the order in which they took effect: that of the binary log, which has the statements with their marks. */
record WrittenEpochs(LabServer server) {

    List<Long> of(String table) throws SQLException {
        Pattern insert = Pattern
                .compile("lifeboat run=\\S+ step=\\S* call=\\d+ epoch=(\\d+) \\*/ INSERT INTO " + table);
        List<Long> epochs = new ArrayList<>();
        for (var log : server.query("SHOW BINARY LOGS")) {
            for (var event : server.query("SHOW BINLOG EVENTS IN '" + log.get("Log_name") + "'")) {
                Matcher found = insert.matcher(event.get("Info"));
                if (event.get("Event_type").equals("Rows_query") && found.find()) {
                    epochs.add(Long.valueOf(found.group(1)));
                }
            }
        }
        return epochs;
    }
}
