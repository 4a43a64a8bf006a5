/**
 * The one style of runbooks. Only blanks and line ends are changed, so that the meaning can't be: {@code Layout} says
 * for each token where it stands, {@code Printer} writes them.
 */
package dev.lifeboat.grammar.format;
