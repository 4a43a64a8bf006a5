/**
 * Expressions and texts of a checked runbook to values: arithmetic with units, comparison, interpolation by
 * destination.
 */
package dev.lifeboat.interpreter.evaluate;
