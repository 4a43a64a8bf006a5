package dev.lifeboat.cli.reference;

import dev.lifeboat.grammar.Code;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/** {@code docs/diagnostics.md}: all that Lifeboat finds in files, made from the codes and their pages. */
public final class DiagnosticsPage {
    private static final String BEGINNING = """
            # The diagnostics

            What `lifeboat check` finds, made from the code: a test compares this page with it. Each finding has a code, and `lifeboat explain LB404` shows its
            page.

            """;
    private static final SequencedMap<String, String> CHAPTERS = new LinkedHashMap<>();

    static {
        CHAPTERS.put("LB1", "Words and sentences");
        CHAPTERS.put("LB2", "Names and types");
        CHAPTERS.put("LB3", "Effects, rollback and approvals");
        CHAPTERS.put("LB4", "Time budgets");
        CHAPTERS.put("LB5", "MySQL");
        CHAPTERS.put("LB6", "Practice");
        CHAPTERS.put("LB7", "YAML files");
    }

    private DiagnosticsPage() {}

    /** All of it, in Markdown. */
    public static String text() {
        SequencedMap<String, List<Code>> chapters = chapters();
        return BEGINNING + chapters.entrySet().stream().map(chapter -> contents(chapter.getKey(), chapter.getValue()))
                .collect(Collectors.joining("\n"))
                + chapters.entrySet().stream()
                        .map(chapter -> chapter(chapter.getKey(), chapter.getValue())).collect(Collectors.joining());
    }

    /** What a code is about by its first digit. */
    static String chapter(Code code) {
        return CHAPTERS.getOrDefault(code.id().substring(0, 3), "Others");
    }

    private static SequencedMap<String, List<Code>> chapters() {
        return Codes.all().collect(Collectors.groupingBy(DiagnosticsPage::chapter, LinkedHashMap::new,
                Collectors.toList()));
    }

    private static String contents(String title, List<Code> codes) {
        Table table = Table.of("code", title);
        codes.forEach(code -> table.row(Markdown.link(code.id(), code.id()), code.title()));
        return table.toString();
    }

    private static String chapter(String title, List<Code> codes) {
        return "\n## " + title + "\n"
                + codes.stream().map(DiagnosticsPage::entry).collect(Collectors.joining());
    }

    /** The page of a code begins with its title, which is a heading of the first level there. The heading here is the code alone, so that links to it stay. */
    private static String entry(Code code) {
        String page = Markdown.forReaders(code.explanation());
        return "\n### " + code.id() + "\n\n**" + code.title() + ".**"
                + page.substring(page.indexOf('\n')).stripTrailing() + "\n";
    }
}
