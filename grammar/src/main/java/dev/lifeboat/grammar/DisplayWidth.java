package dev.lifeboat.grammar;

import java.text.BreakIterator;
import java.util.Locale;

/** How many columns of a terminal a text takes, so that a caret stands under what it means. */
final class DisplayWidth {

    private static final int TAB = 4;

    /** Ranges of characters that are two columns wide (Unicode Standard Annex 11, classes W and F). */
    private static final int[][] WIDE = {{0x1100, 0x115F}, {0x2E80, 0x303E}, {0x3041, 0x33FF}, {0x3400, 0x4DBF},
            {0x4E00, 0x9FFF}, {0xA000, 0xA4CF}, {0xA960, 0xA97F}, {0xAC00, 0xD7A3}, {0xF900, 0xFAFF}, {0xFE30, 0xFE6F},
            {0xFF00, 0xFF60}, {0xFFE0, 0xFFE6}, {0x17000, 0x18AFF}, {0x1B000, 0x1B2FF}, {0x20000, 0x3FFFD}};

    /** Below are only characters of one column that never join the one before. */
    private static final int COMBINING = 0x300;

    private static final int EMOJI_STYLE = 0xFE0F;

    private DisplayWidth() {}

    /** The text with its tabs filled up to the next multiple of four columns. */
    static String expandTabs(String text) {
        if (text.indexOf('\t') < 0) {
            return text;
        }
        var expanded = new StringBuilder();
        for (var piece : text.split("(?<=\t)")) {
            expanded.append(piece, 0, piece.endsWith("\t") ? piece.length() - 1 : piece.length());
            if (piece.endsWith("\t")) {
                expanded.append(" ".repeat(TAB - of(expanded.toString()) % TAB));
            }
        }
        return expanded.toString();
    }

    /** The columns of a text without tabs. What is drawn as one character, such as an emoji of a family, counts once. */
    static int of(String text) {
        if (text.chars().allMatch(character -> character < COMBINING)) {
            return text.length(); // most lines; the rules for the others take 4 ms to load
        }
        var width = 0;
        var clusters = BreakIterator.getCharacterInstance(Locale.ROOT);
        clusters.setText(text);
        for (int start = clusters.first(), end = clusters.next(); end != BreakIterator.DONE; start = end, end = clusters
                .next()) {
            width += ofCluster(text.substring(start, end));
        }
        return width;
    }

    private static int ofCluster(String cluster) {
        return cluster.codePoints().map(DisplayWidth::ofCharacter).max().orElse(0);
    }

    private static int ofCharacter(int character) {
        if (character < COMBINING) {
            return 1;
        }
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT ->
                character == EMOJI_STYLE ? 2 : 0;
            default -> Character.isEmojiPresentation(character) || isWide(character) ? 2 : 1;
        };
    }

    private static boolean isWide(int character) {
        for (var range : WIDE) {
            if (character >= range[0] && character <= range[1]) {
                return true;
            }
        }
        return false;
    }
}
