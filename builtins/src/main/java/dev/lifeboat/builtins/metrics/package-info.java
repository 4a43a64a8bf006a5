/** Figures: how much the application gets done, now and when everything was as it should be. */
package dev.lifeboat.builtins.metrics;
