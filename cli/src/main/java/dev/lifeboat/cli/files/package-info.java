/** The files that a command works on: runbooks, their root with its settings, answers. */
package dev.lifeboat.cli.files;
