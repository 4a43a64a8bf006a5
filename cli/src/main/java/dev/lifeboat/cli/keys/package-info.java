/** The files in which people keep the keys by which they sign. */
package dev.lifeboat.cli.keys;
