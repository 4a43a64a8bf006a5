package dev.lifeboat.grammar;

/** Colours of a terminal, or none (ECMA-48, select graphic rendition). */
enum Ink {
    PLAIN, COLOURED;

    String severity(Severity severity, String text) {
        return switch (severity) {
            case ERROR -> paint("1;31", text);
            case WARNING -> paint("1;33", text);
        };
    }

    String bold(String text) {
        return paint("1", text);
    }

    String aside(String text) {
        return paint("36", text);
    }

    private String paint(String code, String text) {
        return this == PLAIN || text.isEmpty() ? text : "\u001B[" + code + "m" + text + "\u001B[0m";
    }
}
