package dev.lifeboat.builtins.mysql.readiness;

import java.util.stream.Stream;

/** R13: the password of replication is to be had without the database, and is right on each server that others may have to follow. */
final class SecretsAreThere implements Rule {

    @Override
    public String number() {
        return "R13";
    }

    @Override
    public Stream<Finding> findings(Situation situation) {
        return situation.servers().filter(server -> !server.replication().letIn()).map(this::finding);
    }

    private Finding finding(Examined server) {
        String reason = server.replication().reason();
        return server.replication().secret()
                ? Finding.of(this, server, server.candidate() ? Severity.SEVERE : Severity.WARNING,
                        "The account of replication is not let in on " + server.name() + ": " + reason
                                + ". Nobody could follow it.",
                        "Compare the login in the inventory with the accounts there.")
                : Finding.warning(this, server,
                        "The password of replication could not be tried on " + server.name() + ": " + reason,
                        "Keep it where a run finds it without the database and without a person: `env:`, `file:` or `aws-secret:`.");
    }
}
