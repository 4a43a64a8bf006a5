package dev.lifeboat.interpreter.world;

import dev.lifeboat.interpreter.builtin.Failure;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Where a run stands, for whoever has to say how it goes on: before a step, or at one that failed. To look at; nothing of it is journaled. */
public interface Standpoint {

    /** The step's name, as the journal has it. */
    String step();

    String title();

    /** What the run pauses at; empty where it stands before the step. */
    Optional<People.PauseRequest> pause();

    /** What came of the direction before this; empty where there was none. */
    String said();

    /** The step as the runbook has it. */
    String text();

    /** The calls of the step that will change something, as far as they are known by now. */
    List<String> changes();

    /** What {@code UNDO} would take back, in that order. */
    List<String> undoable();

    /** Why {@code UNDO} would be refused; empty where it would not. */
    Optional<String> objection();

    /**
     * The value of an expression, as the step's {@code when} would see it.
     *
     * @throws Failure where it is none, or would have to ask the outside
     */
    String value(String expression);

    /**
     * Whether a call would change something.
     *
     * @throws Failure where it is no call that could be made here
     */
    boolean alters(String call);

    Brief brief();

    /**
     * For somebody who comes to it.
     *
     * @param level the service level
     * @param done  the titles of the steps that succeeded
     */
    record Brief(String title, String phase, Duration elapsed, int level, String affected, List<String> done) {}
}
