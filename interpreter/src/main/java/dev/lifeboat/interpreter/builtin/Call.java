package dev.lifeboat.interpreter.builtin;

import dev.lifeboat.interpreter.value.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a builtin sees of the run while it is being called. A builtin is a function of its arguments, of what this hands to it, and of the answers of the
 * ports it gets here; it has no clock, chance or file of its own.
 */
public interface Call {

    /**
     * A port of the world whose every call passes the journal.
     *
     * @param kind the port's interface
     * @param name which one, as the inventory names it
     * @throws Failure where the inventory has none of that name
     */
    <P> P port(Class<P> kind, String name);

    /**
     * Registers how to take back the change that is about to be made, with the state that was found. Call it before the change.
     *
     * @param description for people: {@code "make db2 follow db1 again"}
     * @param builtin     the internal builtin that does it, such as {@code mysql.restore_read_only}
     * @param arguments   its arguments, as Java values of its parameters' types
     */
    void inverse(String description, String builtin, Object... arguments);

    /** A fact that the run had learned when this call began, or that this call has learned since, such as the proven {@code fence} of a server; see {@link Builtin#facts}. */
    Optional<Value> fact(String name);

    /** Learns a fact; journaled. A newer one replaces it, and voids approvals that had shown the old one. */
    void learn(String name, Value value);

    /** Whether the step under way was approved, with the facts that hold now shown. */
    boolean approved();

    /** The value of an implicit name ({@code rpo}, {@code run}, …) or of a parameter of the runbook. */
    Optional<Value> named(String name);

    /** The run's time, journaled. */
    Instant now();

    /** Waits; ends early, as {@code Clock.sleep} does, when the attempt's time is up. */
    void pause(Duration duration);

    /**
     * Puts back what a probe touched. Runs with time of its own: neither the attempt's timeout nor a cancellation ends {@code body}, only {@code limit} does.
     * Call it in a {@code finally}.
     */
    void putBack(Duration limit, Runnable body);

    /** Says how far it has come; shown, not journaled. */
    void progress(String what);

    /** Says what was done on which server, for the timeline and the journal: {@code "db2"}, {@code "applied 1,204 received transactions"}. */
    void did(String target, String what);
}
