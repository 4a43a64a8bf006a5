package dev.lifeboat.cli.reference;

import dev.lifeboat.interpreter.builtin.Registry;
import dev.lifeboat.interpreter.builtin.Signature;
import dev.lifeboat.interpreter.builtin.TypeDocs;
import dev.lifeboat.interpreter.value.Type;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code docs/builtins.md}: all that a runbook can call, made from the registry. */
public record BuiltinsPage(Registry registry) {
    private static final String IMPLICIT = "Implicit names";
    private static final String BEGINNING = """
            # The builtins

            All that a runbook can call, made from the code: a test compares this page with it. [language.md](language.md) says how calls are written, and
            which [effects](language.md#effects) are allowed where. `lifeboat explain mysql.promote` shows the entry of a word, `lifeboat explain mysql` the words
            of a namespace.

            """;

    /** All of it, in Markdown. */
    public String text() {
        return BEGINNING + contents() + "\n"
                + namespaces().keySet().stream().map(this::chapter).collect(Collectors.joining("\n")) + "\n"
                + implicitNames();
    }

    private String contents() {
        return namespaces().entrySet().stream()
                .map(entry -> "- " + Markdown.link(title(entry.getKey()), title(entry.getKey())) + ": "
                        + entry.getValue() + "\n")
                .collect(Collectors.joining()) + "- " + Markdown.link(IMPLICIT, IMPLICIT)
                + ": What every runbook knows without declaring it.\n";
    }

    /** Those with words that a runbook can call, with what each is about. */
    SequencedMap<String, String> namespaces() {
        SequencedMap<String, String> all = new java.util.LinkedHashMap<>(registry.namespaces());
        all.keySet().removeIf(namespace -> words(namespace).isEmpty());
        return all;
    }

    static String title(String namespace) {
        return namespace.isEmpty() ? "Functions" : "Namespace `" + namespace + "`";
    }

    private String chapter(String namespace) {
        return overview("##", namespace, word -> Markdown.link(Markdown.code(word.word()), word.word()))
                + words(namespace).stream().map(word -> "\n" + entry(word, "###")).collect(Collectors.joining());
    }

    /** The words of a namespace, one a line. */
    String overview(String heading, String namespace, java.util.function.Function<Signature, String> written) {
        Table table = Table.of("call", "effect", "");
        words(namespace).forEach(word -> table.row(written.apply(word), word.effect().name().toLowerCase(Locale.ROOT),
                firstSentence(word.doc())));
        return heading + " " + title(namespace) + "\n\n" + registry.namespaces().get(namespace) + "\n\n" + table;
    }

    private static String firstSentence(String doc) {
        int end = doc.indexOf(". ");
        return end < 0 ? doc : doc.substring(0, end + 1);
    }

    List<Signature> words(String namespace) {
        return words().filter(word -> word.namespace().equals(namespace)).toList();
    }

    Stream<Signature> words() {
        return registry.all().stream().filter(word -> !word.internal());
    }

    String entry(Signature word, String heading) {
        return new BuiltinEntry(word, types()).text(heading);
    }

    TypeEntry types() {
        return new TypeEntry(new TypeDocs(registry.javaTypes()));
    }

    private String implicitNames() {
        return "## " + IMPLICIT + "\n\nThey are known everywhere, and no other name may hide them.\n"
                + registry.implicitNames().keySet().stream().map(name -> "\n" + implicitName(name, "###"))
                        .collect(Collectors.joining());
    }

    String implicitName(String name, String heading) {
        Type type = registry.implicitNames().get(name);
        String about = types().docs().of(type);
        return heading + " " + Markdown.code(name) + "\n\n"
                + (about.isEmpty() ? "The objective of the header, a " + Markdown.code(type) + "." : about) + "\n"
                + types().describe(type);
    }
}
