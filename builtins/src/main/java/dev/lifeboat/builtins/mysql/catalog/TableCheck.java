package dev.lifeboat.builtins.mysql.catalog;

import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.ServerCatalog;
import dev.lifeboat.builtins.mysql.ServerCatalog.TableSize;
import dev.lifeboat.builtins.mysql.survey.Landscape;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.value.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lets a server check its tables, one after the other. MySQL ends itself where it meets a broken page: so never the primary. */
record TableCheck(Call call, Landscape landscape, MySqlServer server) {

    List<TableComplaint> complaints(Optional<List<String>> wanted) {
        refusePrimary();
        ServerCatalog catalog = call.port(ServerCatalog.class, server.name());
        List<String> tables = wanted.orElseGet(() -> catalog.tables().stream().map(TableSize::name).toList());
        List<TableComplaint> complaints = new ArrayList<>();
        for (String table : tables) {
            call.progress("checking " + table + " on " + server.name() + ", " + (tables.indexOf(table) + 1) + " of "
                    + tables.size());
            catalog.checkTable(table).forEach(complaint -> complaints.add(new TableComplaint(table, complaint)));
        }
        call.did(server.name(), "checked " + Texts.count(tables.size(), "table") + ", with "
                + Texts.count(complaints.size(), "complaint"));
        return List.copyOf(complaints);
    }

    private void refusePrimary() {
        if (landscape.isPrimary(server.name()) || server.state().readOnly().writable()) {
            throw Failure.of("The tables of `" + server.name()
                    + "` were not checked: it is the primary, and CHECK TABLE ends a server that has a broken page.")
                    .hint("Check a replica or a clone of it.");
        }
    }
}
