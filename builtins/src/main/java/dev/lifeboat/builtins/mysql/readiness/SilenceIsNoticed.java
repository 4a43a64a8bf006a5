package dev.lifeboat.builtins.mysql.readiness;

import dev.lifeboat.builtins.mysql.ServerCatalog.ReceiverPolicy;
import dev.lifeboat.interpreter.value.Texts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** R4: a replica notices within seconds that its source is silent, and does not give up on it. */
final class SilenceIsNoticed implements Rule {
    private static final Duration MOST_SILENCE = Duration.ofSeconds(10);
    private static final Duration LEAST_PATIENCE = Duration.ofDays(1);
    private static final Duration LONG_OUTAGE = Duration.ofHours(1);

    @Override
    public String number() {
        return "R4";
    }

    @Override
    public Stream<Finding> findings(Situation situation) {
        return situation.replicas().stream().flatMap(replica -> replica.settings().receivers().stream()
                .flatMap(policy -> findings(replica, policy).stream()));
    }

    private List<Finding> findings(Examined replica, ReceiverPolicy policy) {
        List<Finding> findings = new ArrayList<>();
        if (policy.netTimeout().compareTo(MOST_SILENCE) > 0) {
            findings.add(Finding.warning(this, replica,
                    replica.name() + " notices only after " + Texts.duration(policy.netTimeout())
                            + " that its source is silent (`replica_net_timeout`).",
                    "Set `replica_net_timeout=4` there."));
        }
        if (policy.heartbeatPeriod().isZero()
                || policy.heartbeatPeriod().multipliedBy(2).compareTo(policy.netTimeout()) > 0) {
            findings.add(Finding.warning(this, replica,
                    "The source of " + replica.name() + " says every "
                            + Texts.duration(policy.heartbeatPeriod())
                            + " that it lives, which is too seldom for a `replica_net_timeout` of "
                            + Texts.duration(policy.netTimeout()) + ".",
                    "`CHANGE REPLICATION SOURCE TO SOURCE_HEARTBEAT_PERIOD = 1` there."));
        }
        patience(replica, policy, findings);
        return findings;
    }

    private void patience(Examined replica, ReceiverPolicy policy, List<Finding> findings) {
        Duration patience = policy.connectRetry().multipliedBy(policy.retryCount());
        if (patience.compareTo(LEAST_PATIENCE) < 0) {
            findings.add(Finding.of(this, replica,
                    patience.compareTo(LONG_OUTAGE) < 0 ? Severity.SEVERE : Severity.WARNING,
                    "The receiver of " + replica.name() + " gives up after " + policy.retryCount() + " attempts, about "
                            + Texts.duration(patience) + ", and stays down.",
                    "`CHANGE REPLICATION SOURCE TO SOURCE_RETRY_COUNT = 86400, SOURCE_CONNECT_RETRY = 1` there."));
        }
    }
}
