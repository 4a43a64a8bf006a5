/**
 * Syntax tree to checked program: names, types, effects, rollback and time budgets. {@link
 * dev.lifeboat.interpreter.check.Checker} makes a {@link dev.lifeboat.interpreter.check.CheckedRunbook}, the only thing
 * a run takes.
 */
package dev.lifeboat.interpreter.check;
