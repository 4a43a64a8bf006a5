/** Telling people: channels, and who is reached by which. */
package dev.lifeboat.builtins.comms;
