package dev.lifeboat.simulator.scenario;

import dev.lifeboat.simulator.model.ApplierSettings;
import dev.lifeboat.simulator.model.ReceiverSettings;
import java.time.Duration;
import java.util.Optional;

/**
 * How a server is set up.
 *
 * @param receiving         how it keeps in touch with its source
 * @param applyLag          how long it leaves a received transaction lying
 * @param applyEach         how long it takes to apply one
 * @param optionFileReadOnly whether its option file says {@code super_read_only=ON}
 * @param persistedReadOnly what is persisted of {@code read_only}
 * @param relayLogRecovery  {@code relay_log_recovery}
 * @param skipReplicaStart  {@code skip_replica_start}
 * @param defined           what is defined on it
 * @param semiSync          how long its commits wait for a replica, where they do; its receiver acknowledges then, too
 */
public record ServerPlan(ReceiverSettings receiving, Duration applyLag, Duration applyEach,
        boolean optionFileReadOnly, Optional<Boolean> persistedReadOnly, boolean relayLogRecovery,
        boolean skipReplicaStart, DefinedPlan defined, Optional<Duration> semiSync) {

    /** For servers that the scenario says nothing of. */
    public static final ServerPlan USUAL = new ServerPlan(ReceiverSettings.DEFAULTS, ApplierSettings.DEFAULTS.lag(),
            ApplierSettings.DEFAULTS.each(), true, Optional.empty(), false, false, DefinedPlan.USUAL, Optional.empty());
}
