package dev.lifeboat.grammar;

import java.nio.file.Path;

/** The golden inputs: whole files, statements and expressions, told apart by their endings. */
final class Snippets {

    static final String[] ENDINGS = {".runbook", ".statement", ".expression"};

    private Snippets() {}

    static Parsed<?> parse(Path file) {
        return parse(file, Golden.source(file));
    }

    /** Reads the source as what the file is. */
    static Parsed<?> parse(Path file, Source source) {
        var name = file.toString();
        return switch (name.substring(name.lastIndexOf('.'))) {
            case ".statement" -> RunbookSyntax.parseStatement(source);
            case ".expression" -> RunbookSyntax.parseExpression(source);
            default -> RunbookSyntax.parse(source);
        };
    }
}
