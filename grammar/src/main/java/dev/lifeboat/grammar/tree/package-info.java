/** The syntax tree: sealed interfaces and records, without behaviour, each part with its span. */
package dev.lifeboat.grammar.tree;
