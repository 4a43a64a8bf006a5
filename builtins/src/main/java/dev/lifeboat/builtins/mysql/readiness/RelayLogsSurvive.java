package dev.lifeboat.builtins.mysql.readiness;

import java.util.stream.Stream;

/** R3: a replica that restarts while the primary is dead still has what it had received. */
final class RelayLogsSurvive implements Rule {

    @Override
    public String number() {
        return "R3";
    }

    @Override
    public Stream<Finding> findings(Situation situation) {
        return situation.replicas().stream()
                .filter(replica -> replica.settings().value("relay_log_recovery").filter("ON"::equals).isPresent())
                .map(replica -> Finding.warning(this, replica,
                        replica.name()
                                + " has `relay_log_recovery=ON`: if it restarts while the primary is dead, it throws away what it received and has not applied.",
                        "Set it to OFF: with GTIDs, `sync_binlog=1` and `innodb_flush_log_at_trx_commit=1` it is not needed. Until then never restart a candidate before its relay logs are drained."));
    }
}
