/** What is looked at before a run, so that what is missing is known before it is needed. */
package dev.lifeboat.builtins.preflight;
