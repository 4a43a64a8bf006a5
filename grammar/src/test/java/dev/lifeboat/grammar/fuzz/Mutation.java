package dev.lifeboat.grammar.fuzz;

import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/**
 * Slips and worse: characters and words of good texts are dropped, doubled, swapped and replaced, and stretches of others
 * put in. The same seed makes the same slips.
 */
public final class Mutation {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("(?<=\\W)|(?=\\W)");

    private final List<String> texts;
    private final List<String> marks;
    private final Random random;

    /** @param marks what may be put in anywhere: words and marks that mean something in such texts, and some that don't */
    public Mutation(List<String> texts, List<String> marks, Random random) {
        this.texts = List.copyOf(texts);
        this.marks = List.copyOf(marks);
        this.random = random;
    }

    /** One of the texts with up to four slips. */
    public String next() {
        return of(one(texts));
    }

    /** The text with up to four slips. */
    public String of(String text) {
        var mutated = text;
        for (var slips = 1 + random.nextInt(4); slips > 0; slips--) {
            mutated = random.nextBoolean() ? slipOfWord(mutated) : slipOfCharacters(mutated);
        }
        return mutated;
    }

    private String slipOfCharacters(String text) {
        var mutated = new StringBuilder(text);
        var at = random.nextInt(text.length() + 1);
        var end = Math.min(text.length(), at + random.nextInt(12));
        var slipped = switch (random.nextInt(5)) {
            case 0 -> mutated.delete(at, end);
            case 1 -> mutated.insert(at, one(marks));
            case 2 -> mutated.replace(at, end, one(marks));
            case 3 -> mutated.insert(at, text.substring(at, end));
            default -> mutated.insert(at, stretch(one(texts)));
        };
        return slipped.toString();
    }

    private String slipOfWord(String text) {
        var words = BETWEEN_WORDS.split(text);
        var at = random.nextInt(words.length);
        var other = random.nextInt(words.length);
        var word = words[at];
        switch (random.nextInt(4)) {
            case 0 -> words[at] = "";
            case 1 -> words[at] = word + " " + word;
            case 2 -> words[at] = words[other];
            default -> {
                words[at] = words[other];
                words[other] = word;
            }
        }
        return String.join("", words);
    }

    private String stretch(String text) {
        var at = random.nextInt(text.length() + 1);
        return text.substring(at, Math.min(text.length(), at + random.nextInt(60)));
    }

    private String one(List<String> list) {
        return list.get(random.nextInt(list.size()));
    }
}
