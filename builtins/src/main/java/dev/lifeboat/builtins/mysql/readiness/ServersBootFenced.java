package dev.lifeboat.builtins.mysql.readiness;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** R2: whatever happens to a server, it comes back read-only and replicates from nobody until it is told to; the primary too. */
final class ServersBootFenced implements Rule {

    @Override
    public String number() {
        return "R2";
    }

    @Override
    public Stream<Finding> findings(Situation situation) {
        return situation.servers().flatMap(server -> findings(server).stream());
    }

    private List<Finding> findings(Examined server) {
        List<Finding> findings = new ArrayList<>();
        if (server.state().readOnly().bootsWritable()) {
            findings.add(Finding.severe(this, server,
                    server.name()
                            + " comes up writable after a restart, whatever its option file says: OFF is persisted.",
                    "`RESET PERSIST IF EXISTS read_only; RESET PERSIST IF EXISTS super_read_only` there."));
        }
        optionFile(server, findings);
        if (!server.state().skipReplicaStart()) {
            findings.add(Finding.warning(this, server,
                    server.name() + " takes replication up again after a restart, from whomever it followed last.",
                    "Set `skip_replica_start=ON` in its option file."));
        }
        return findings;
    }

    /** A fence that is persisted is taken down by the next promotion: what stays is the option file. */
    private void optionFile(Examined server, List<Finding> findings) {
        String todo = "Set `super_read_only=ON` in its option file: the `reopen` runbook opens a primary that has restarted.";
        if (server.boot().readOnly().isEmpty()) {
            findings.add(Finding.warning(this, server, "Whether " + server.name()
                    + " comes up read-only after a restart can't be told: " + server.boot().reason() + ".", todo));
        } else if (!server.boot().readOnly().get()) {
            boolean persisted = server.state().readOnly().persistedSuperReadOnly().filter(on -> on).isPresent();
            findings.add(Finding.of(this, server, persisted ? Severity.WARNING : Severity.SEVERE,
                    server.name() + " comes up writable after a restart" + (persisted ? ", once it was promoted" : "")
                            + ": its option file does not say `super_read_only=ON`.",
                    todo));
        }
    }
}
