package dev.lifeboat.cli.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** {@code docs/language.md}, which comes with the program, cut at its headings. */
final class LanguagePage {
    private static final String PAGE = "language.md";
    private static final String FENCE = "```";
    private static final Pattern HEADING = Pattern.compile("(#{2,3}) (.*)");
    private static final Pattern WORDS = Pattern.compile("`([^`]+)`");

    private final List<Section> sections = new ArrayList<>();
    private boolean inBlock;

    private LanguagePage() {}

    /**
     * What stands under a heading.
     *
     * @param chapter the heading of the second level that it stands under, or is
     */
    record Section(int level, String title, String chapter, List<String> lines) {

        /** The words in backticks that the heading has; where one of its parts has none, that part itself. */
        List<String> topics() {
            return Stream.of(title.split(", ")).flatMap(Section::words).toList();
        }

        private static Stream<String> words(String part) {
            List<String> words = WORDS.matcher(part).results().map((MatchResult word) -> word.group(1)).toList();
            return words.isEmpty() ? Stream.of(part.toLowerCase(Locale.ROOT)) : words.stream();
        }

        String text() {
            return Markdown.withoutLinks(Markdown.forReaders(String.join("\n", lines))).strip() + "\n";
        }
    }

    /** The sections of all headings; that of a chapter goes on to the next chapter. */
    static List<Section> sections() {
        LanguagePage page = new LanguagePage();
        read().lines().forEach(page::take);
        return page.sections;
    }

    private void take(String line) {
        var heading = HEADING.matcher(line);
        if (!inBlock && heading.matches()) {
            open(heading.group(1).length(), heading.group(2));
        }
        inBlock ^= line.startsWith(FENCE);
        sections.stream().filter(this::isOpen).forEach(section -> section.lines().add(line));
    }

    private void open(int level, String title) {
        String chapter = level == 2 ? title : sections.getLast().chapter();
        sections.add(new Section(level, title, chapter, new ArrayList<>()));
    }

    private boolean isOpen(Section section) {
        return section == sections.getLast()
                || section.level() == 2 && section.chapter().equals(sections.getLast().chapter());
    }

    private static String read() {
        try (var page = LanguagePage.class.getResourceAsStream(PAGE)) {
            if (page == null) {
                throw new IllegalStateException("The build has not put docs/language.md beside " + LanguagePage.class);
            }
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
