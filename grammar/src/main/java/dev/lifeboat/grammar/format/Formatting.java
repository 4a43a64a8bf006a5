package dev.lifeboat.grammar.format;

import dev.lifeboat.grammar.Source;
import dev.lifeboat.grammar.parser.Reading;

/** The way from a source without errors to its formatted text. */
public final class Formatting {

    private Formatting() {}

    public static String of(Source source) {
        var syntax = Reading.syntax(source);
        return Printer.print(syntax.tokens(), Layout.of(syntax.file()));
    }
}
