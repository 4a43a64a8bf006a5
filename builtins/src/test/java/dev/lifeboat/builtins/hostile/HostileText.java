package dev.lifeboat.builtins.hostile;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Texts that mean something to a shell, to SQL or to a terminal, and what comes of putting such pieces together at random. */
public final class HostileText {
    private static final List<String> PIECES = List.of("'", "\"", "`", "\\", ";", "\n", "\r\n", "\t", "$( )",
            "$(reboot)",
            "`reboot`", "${HOME}", "$HOME", "%s", "%", "%n", "-- ", "#", "/*", "*/", "' OR '1'='1", "\" OR \"\"=\"",
            "'; DROP TABLE orders; --", "\\'", "\\\\'", "?", "??", ":name", "{d '2026-01-01'}", "@@version", "ä", "𝄞",
            "💥",
            "\u202e", "\u001b[2J", "\u0007", "\u0085", "\ufeff", "*", "~", "!", "&", "|", ">", "<", "(", ")", "[", "]",
            " ",
            "a", "Z", "0", "_", "日本");

    private HostileText() {}

    /** The same for the same seed: some by hand, the others made of pieces. None holds a NUL. */
    public static List<String> texts(long seed, int count) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        List<String> texts = new ArrayList<>(List.of("", " ", "-n", "-rf /", "--help", "'", "''", "\\", "a\\", "\n\n"));
        texts.addAll(PIECES);
        while (texts.size() < count) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(1, 12); i > 0; i--) {
                text.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            texts.add(text.toString());
        }
        return texts;
    }
}
