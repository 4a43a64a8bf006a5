/** How a run that broke off is carried on: it runs again from its start, and the journal says what came of everything that it asked for. */
package dev.lifeboat.interpreter.replay;
