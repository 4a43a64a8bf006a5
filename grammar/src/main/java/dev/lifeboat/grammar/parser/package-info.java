/**
 * From text to tree, in this order: {@code Tokens} (the lexer, and what becomes of its tokens), the generated parser,
 * {@code Syntax} (what is said about errors, and how parsing goes on), and the builders of the tree. Only
 * {@code RunbookSyntax} uses this package; ANTLR is not seen outside of it.
 */
package dev.lifeboat.grammar.parser;
