package dev.lifeboat.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.builtins.lab.LabAccounts;
import dev.lifeboat.builtins.lab.LabServer;
import dev.lifeboat.cli.Invocation;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What somebody who may grant does before Lifeboat prepares an estate: the lab's account, which may do everything, loses that, and gets what runbooks need. */
final class Preparing {
    private Preparing() {}

    /** Of these runbooks; of all words where none is named. @param servers the primary first */
    static void grants(List<LabServer> servers, Path inventory, Path... runbooks) throws SQLException {
        LabServer primary = servers.getFirst();
        List<String> statements = new ArrayList<>(
                List.of("REVOKE ALL PRIVILEGES, GRANT OPTION FROM " + LabAccounts.LIFEBOAT));
        statements.addAll(statements(inventory, runbooks));
        primary.execute(statements.toArray(String[]::new));
        for (LabServer replica : servers.subList(1, servers.size())) {
            replica.replica().awaitAppliedFrom(primary);
        }
    }

    static List<String> statements(Path inventory, Path... runbooks) {
        return listed(inventory, runbooks).out().lines().filter(line -> !line.startsWith("--"))
                .map(line -> line.replaceFirst(";$", "")).toList();
    }

    private static Invocation listed(Path inventory, Path... runbooks) {
        List<String> words = new ArrayList<>(List.of("prepare", "--inventory", inventory.toString(), "--grants"));
        for (Path runbook : runbooks) {
            words.addAll(List.of("--runbook", runbook.toString()));
        }
        Invocation listed = Invocation.of(words.toArray(String[]::new));
        assertThat(listed.status()).as(listed.all()).isZero();
        return listed;
    }
}
