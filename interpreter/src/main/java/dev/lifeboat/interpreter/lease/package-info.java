/** Leases of clusters: who may change one, kept where all that could want to can see it. */
package dev.lifeboat.interpreter.lease;
