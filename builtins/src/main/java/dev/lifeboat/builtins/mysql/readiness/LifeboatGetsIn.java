package dev.lifeboat.builtins.mysql.readiness;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** R12: Lifeboat gets in when all connections are taken, and may do there what it will have to do. */
final class LifeboatGetsIn implements Rule {

    @Override
    public String number() {
        return "R12";
    }

    @Override
    public Stream<Finding> findings(Situation situation) {
        Stream<Finding> silent = situation.silent().stream().map(one -> new Finding(number(),
                java.util.Optional.of(one.server()), Severity.SEVERE,
                one.problem() + " Nothing of it was checked.", "Start it, or take it out of the inventory."));
        return Stream.concat(silent, situation.servers().flatMap(server -> findings(server).stream()));
    }

    private List<Finding> findings(Examined server) {
        List<Finding> findings = new ArrayList<>();
        if (!server.missing().isEmpty()) {
            findings.add(Finding.severe(this, server,
                    "Lifeboat's account on " + server.name() + " lacks what a failover needs: "
                            + String.join(", ", server.missing()) + ".",
                    "`lifeboat prepare --grants --runbook FILE` lists what a runbook needs."));
        }
        switch (server.admin().answer()) {
            case ANSWERED -> {
            }
            case NOT_CONFIGURED -> findings.add(Finding.warning(this, server,
                    "The inventory has no `admin` port for " + server.name()
                            + ": nobody gets in once all connections are taken.",
                    "Set `admin_address` and `admin_port` in its option file, and `admin:` in the inventory."));
            case REFUSED, SILENT, NO_ROUTE, TOO_MANY_CONNECTIONS, DENIED, OTHER_ERROR -> findings.add(Finding.severe(
                    this, server,
                    "The administrative port of " + server.name() + " does not let Lifeboat in: "
                            + server.admin().detail() + ".",
                    "Look at `admin_address` and `admin_port` there; the account needs SERVICE_CONNECTION_ADMIN."));
        }
        return findings;
    }
}
