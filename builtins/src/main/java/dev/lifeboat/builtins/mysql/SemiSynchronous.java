package dev.lifeboat.builtins.mysql;

import static dev.lifeboat.interpreter.builtin.Effect.CHANGES;

import dev.lifeboat.interpreter.builtin.PortEffect;
import dev.lifeboat.interpreter.builtin.Probe;
import dev.lifeboat.interpreter.builtin.Seen;
import java.util.Optional;

/** The part of a server that makes commits wait for replicas. */
public interface SemiSynchronous {

    /** Empty where the server has not got both plugins. */
    Optional<SemiSync> semiSync();

    /** A receiver that runs is started anew where that is what lets {@link SemiSync#replica} count. Fails where a plugin is missing. */
    @PortEffect(value = CHANGES, privileges = {"SYSTEM_VARIABLES_ADMIN", "REPLICATION_SLAVE_ADMIN"})
    @Probe("semiSyncIs")
    void setSemiSync(SemiSync wanted);

    default Seen semiSyncIs(SemiSync wanted) {
        return Seen.done(semiSync().filter(wanted::equals).isPresent());
    }
}
