/** Real servers for tests, of this module and of those above it. */
package dev.lifeboat.builtins.lab;
