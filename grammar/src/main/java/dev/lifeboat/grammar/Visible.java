package dev.lifeboat.grammar;

import dev.lifeboat.grammar.parser.Characters;

/**
 * Makes characters that don't show themselves visible where a file is quoted: what a file holds must neither move the
 * cursor of the terminal that shows it, nor turn the text around.
 */
final class Visible {

    private static final char PICTURES = '\u2400';
    private static final char PICTURE_OF_DELETE = '\u2421';
    private static final char UNKNOWN = '\uFFFD';

    private Visible() {}

    /** The text, as long as before. Tabs and line ends stay. */
    static String of(String text) {
        var visible = text.toCharArray();
        for (var index = 0; index < visible.length; index++) {
            if (Characters.isHidden(text, index)) {
                visible[index] = picture(visible[index]);
            }
        }
        return new String(visible);
    }

    private static char picture(char hidden) {
        if (hidden < ' ') {
            return (char) (PICTURES + hidden);
        }
        return hidden == 0x7F ? PICTURE_OF_DELETE : UNKNOWN;
    }
}
