package dev.lifeboat.grammar;

/**
 * What could be read of a text that has errors: good enough to look for more mistakes, and for nothing else.
 *
 * @param tree without the pieces that could not be read: steps, declarations, clauses of the header. Where the head of
 *             a phase could not be, a stand-in without a title holds its steps
 * @param gaps what is missing, and what only seems to be there
 */
public record Partial<T>(T tree, Gaps gaps) {}
