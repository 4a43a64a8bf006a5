/** Text to syntax tree: sources and spans, diagnostics, the parser's facade and the formatter. */
package dev.lifeboat.grammar;
