/**
 * What has happened on the ways that lead to a call: the paths through a runbook, followed with whatever a rule wants to
 * remember of them. Knows the language's control flow, and nothing of what the calls mean.
 */
package dev.lifeboat.interpreter.check.paths;
