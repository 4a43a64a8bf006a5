package dev.lifeboat.interpreter.run;

/** How a run ends, and why. */
record Ending(RunOutcome outcome, String reason) {}
