/** The prompt at which somebody steps through a run, or decides at its pauses. */
package dev.lifeboat.cli.stepping;
