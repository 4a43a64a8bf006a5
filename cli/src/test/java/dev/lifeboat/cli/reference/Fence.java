package dev.lifeboat.cli.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A fenced block of a Markdown page.
 *
 * @param page where it stands, for messages: {@code language.md:12}
 * @param info what stands behind the opening fence, word by word; empty where nothing does
 */
record Fence(String page, List<String> info, String text) {
    private static final String MARK = "```";

    /** All of a page's, in order. */
    static List<Fence> in(Path page) {
        return in(page.getFileName().toString(), lines(page));
    }

    static List<Fence> in(String page, List<String> lines) {
        List<Fence> fences = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith(MARK)) {
                int end = end(lines, i + 1);
                fences.add(new Fence(page + ":" + (i + 1), words(lines.get(i)),
                        String.join("\n", lines.subList(i + 1, end)) + "\n"));
                i = end;
            }
        }
        return fences;
    }

    private static List<String> lines(Path page) {
        try {
            return Files.readAllLines(page);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static int end(List<String> lines, int from) {
        for (int i = from; i < lines.size(); i++) {
            if (lines.get(i).equals(MARK)) {
                return i;
            }
        }
        throw new IllegalArgumentException("The block of line " + from + " is not closed.");
    }

    private static List<String> words(String opening) {
        String info = opening.substring(MARK.length()).strip();
        return info.isEmpty() ? List.of() : List.of(info.split("\\s+"));
    }

    /** What language it is in. */
    String language() {
        return info.isEmpty() ? "" : info.getFirst();
    }

    @Override
    public String toString() {
        return page + " " + String.join(" ", info);
    }
}
