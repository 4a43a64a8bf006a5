package dev.lifeboat.cli.reference;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An example of the language in a page. Behind the word {@code runbook} of its fence stands which {@link Part} of a runbook it is, {@code story=} the scenario
 * in which it runs if not in a calm one, and {@code ends=} how it ends if not by being done; in the page of a code {@code mistake} says that it has it.
 *
 * @param code of the mistake that it shows: a comment in it says so
 */
record Example(Fence fence, Part part, Optional<String> code, String story, String end) {
    private static final String STORY = "story=";
    private static final String END = "ends=";
    private static final String MISTAKE = "mistake";
    private static final Pattern CODE = Pattern.compile("(?:^|\\s)# (LB\\d{3})\n");

    static Example of(Fence fence) {
        List<String> words = fence.info().subList(1, fence.info().size());
        Part part = words.stream().flatMap(word -> Part.find(word).stream()).findFirst().orElse(Part.WHOLE);
        List<String> unknown = words.stream().filter(word -> !isKnown(word)).toList();
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(fence + ": nothing is called " + unknown);
        }
        return new Example(fence, part, CODE.matcher(fence.text()).results().map(found -> found.group(1)).findFirst(),
                setting(words, STORY).orElse("calm"), setting(words, END).orElse("done"));
    }

    private static boolean isKnown(String word) {
        return Part.find(word).isPresent() || word.startsWith(STORY) || word.startsWith(END) || word.equals(MISTAKE);
    }

    private static Optional<String> setting(List<String> words, String key) {
        return words.stream().filter(word -> word.startsWith(key)).map(word -> word.substring(key.length()))
                .findFirst();
    }

    boolean isMistake() {
        return fence.info().contains(MISTAKE);
    }

    String runbook() {
        return part.complete(fence.text());
    }

    @Override
    public String toString() {
        return fence.toString();
    }
}
