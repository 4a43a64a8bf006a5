package dev.lifeboat.cli.reference;

import dev.lifeboat.grammar.Hint;
import dev.lifeboat.grammar.Nearest;
import dev.lifeboat.interpreter.builtin.Registry;
import dev.lifeboat.interpreter.builtin.Signature;
import dev.lifeboat.interpreter.value.Type;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** All topics of `lifeboat explain`: the sections of the page about the language, the builtins with their types, the codes. A name may be several things. */
public final class Topics {
    private final List<Topic> all;

    private Topics(Stream<Topic> topics) {
        all = topics.toList();
    }

    /** @param registry the builtins */
    public static Topics of(Registry registry) {
        BuiltinsPage builtins = new BuiltinsPage(registry);
        return new Topics(Stream.of(language(), implicitNames(builtins), namespaces(builtins), words(builtins),
                types(builtins), codes()).flatMap(topics -> topics));
    }

    /** In the order of the references. */
    public List<Topic> all() {
        return all;
    }

    /** Those of that name, in either case; else those that have it as one of their words. Empty where it is nothing, or too many things. */
    public List<Topic> find(String name) {
        String wanted = name.strip().toLowerCase(Locale.ROOT);
        List<Topic> exact = having(topic -> topic.equals(wanted));
        if (!exact.isEmpty()) {
            return exact;
        }
        List<Topic> containing = having(topic -> List.of(topic.split(" ")).contains(wanted));
        return containing.stream().map(Topic::name).distinct().count() == 1 ? containing : List.of();
    }

    private List<Topic> having(Predicate<String> name) {
        return all.stream().filter(topic -> name.test(topic.name().toLowerCase(Locale.ROOT))).toList();
    }

    /** A hint at the name that was probably meant. */
    public Optional<String> nearest(String name) {
        return Nearest.hint(name.strip().toLowerCase(Locale.ROOT), all.stream().map(Topic::name).toList())
                .map(Hint::text);
    }

    private static Stream<Topic> language() {
        return LanguagePage.sections().stream().flatMap(section -> section.topics().stream()
                .map(name -> new Topic(name, section.chapter(), section::text)));
    }

    private static Stream<Topic> implicitNames(BuiltinsPage page) {
        return page.registry().implicitNames().keySet().stream()
                .map(name -> new Topic(name, "Implicit names", () -> page.implicitName(name, "###")));
    }

    private static Stream<Topic> namespaces(BuiltinsPage page) {
        return page.namespaces().keySet().stream().filter(namespace -> !namespace.isEmpty())
                .map(namespace -> new Topic(namespace, "Namespaces",
                        () -> page.overview("##", namespace, word -> Markdown.code(word.word()))));
    }

    private static Stream<Topic> words(BuiltinsPage page) {
        return page.words().map(word -> new Topic(word.word(), BuiltinsPage.title(word.namespace()).replace("`", ""),
                () -> page.entry(word, "###")));
    }

    /** Records and enumerations, each with what answers it. */
    private static Stream<Topic> types(BuiltinsPage page) {
        return page.words().map(Signature::answer).flatMap(answer -> page.types().withParts(answer).stream()).distinct()
                .map(type -> new Topic(type.toString(), "Records and enumerations", () -> type(page, type)));
    }

    private static String type(BuiltinsPage page, Type type) {
        List<String> answering = page.words()
                .filter(word -> page.types().withParts(word.answer()).contains(type))
                .map(word -> Markdown.code(word.word())).toList();
        return "### " + Markdown.code(type) + "\n\nIn the answer of " + String.join(", ", answering) + ".\n"
                + page.types().describe(type);
    }

    private static Stream<Topic> codes() {
        return Codes.all().map(code -> new Topic(code.id(), "Diagnostics: " + DiagnosticsPage.chapter(code),
                () -> Markdown.forReaders(code.explanation())));
    }
}
