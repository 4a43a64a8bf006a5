/**
 * How long a runbook normally takes and may take at worst, against what it promises: sums as data, for the rules and
 * for `check --budget`.
 */
package dev.lifeboat.interpreter.check.budget;
