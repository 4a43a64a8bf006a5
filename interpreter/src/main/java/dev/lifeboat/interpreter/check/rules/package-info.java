/** What a runbook must and should not do, one rule a class; {@code LanguageRules} lists them. */
package dev.lifeboat.interpreter.check.rules;
