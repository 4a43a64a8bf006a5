package dev.lifeboat.builtins.backup;

import dev.lifeboat.builtins.mysql.GtidSet;
import java.io.InputStream;
import java.util.List;
import java.util.function.Supplier;

/** Executes transactions out of binary logs on one server, each under its own GTID, and stops at the first error. */
public interface LogApplier {

    /** @throws dev.lifeboat.interpreter.builtin.Failure where what does it can't do it for this server, such as a program that is older */
    default void refuseUnfit() {}

    /**
     * @param files        the logs, byte for byte, in their order
     * @param transactions those that are wanted; the others are passed over
     */
    void apply(List<Supplier<InputStream>> files, GtidSet transactions);
}
