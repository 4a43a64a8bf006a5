package dev.lifeboat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.lifeboat.grammar.Golden;
import dev.lifeboat.grammar.RunbookSyntax;
import dev.lifeboat.grammar.Source;
import dev.lifeboat.grammar.tree.Expression;
import dev.lifeboat.grammar.tree.Header;
import dev.lifeboat.grammar.tree.Node;
import dev.lifeboat.grammar.tree.Operator;
import dev.lifeboat.grammar.tree.SourceFile;
import dev.lifeboat.grammar.tree.Statement;
import dev.lifeboat.interpreter.check.TreeWalk;
import dev.lifeboat.interpreter.journal.JournalReader;
import dev.lifeboat.interpreter.run.Event;
import dev.lifeboat.interpreter.run.Recorded;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * One runbook that holds every construct of the language, with those beside it that exclude each other, carried through
 * in a simulation. Who adds to the grammar adds to it.
 */
class EveryConstructTest {
    private static final Path FOLDER = Path.of("src/test/resources/every");
    private static final List<String> RUNBOOKS = List.of("everything", "taken-back", "stopped", "paused");
    private static final int HEADER = 8 + 1 + 8 + 1 + 64 + 1;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"everything, 0", "taken-back, 1", "stopped, 4", "paused, 1"})
    void itsJournalIsTheSameEverywhere(String runbook, int status) throws IOException {
        String journal = new String(Files.readAllBytes(journal(runbook, status)), StandardCharsets.UTF_8);
        assertThat(journal).doesNotContain(folder.toString(), System.getProperty("user.dir"),
                System.getProperty("user.home"));
        Golden.compare(FOLDER.resolve(runbook + ".journal"),
                journal.lines().map(line -> line.substring(HEADER) + "\n").collect(Collectors.joining()));
    }

    private Path journal(String runbook, int status) {
        Path journal = folder.resolve(runbook + ".journal");
        Invocation run = Invocation.of("dry-run", FOLDER.resolve(runbook + ".runbook").toString(), "--strict",
                "--journal", journal.toString(), runbook.equals("everything") ? "--param=rounds=2" : "--seed=1");
        assertThat(run.status()).as(run.all()).isEqualTo(status);
        return journal;
    }

    @Test
    void everyKindOfNodeIsThere() {
        List<? extends Class<?>> kinds = new ClassFileImporter().importPackagesOf(Node.class).stream()
                .map(JavaClass::reflect).filter(kind -> kind.isRecord() && Node.class.isAssignableFrom(kind)).toList();
        assertThat(kinds).hasSizeGreaterThan(80);
        assertThat(nodes().map(Object::getClass).collect(Collectors.toSet())).containsAll(kinds);
    }

    @Test
    void everyClauseThatMayBeLeftOutIsThereAndSomewhereLeftOut() {
        Set<String> mandatory = Set.of("Header.version", "Header.owner");
        Set<String> given = parts(Optional::isPresent);
        assertThat(given).hasSizeGreaterThan(mandatory.size()).containsAll(mandatory);
        given.removeAll(mandatory);
        assertThat(parts(Optional::isEmpty)).containsExactlyInAnyOrderElementsOf(given);
    }

    private static Set<String> parts(Predicate<Optional<?>> wanted) {
        return nodes().flatMap(node -> Stream.of(node.getClass().getRecordComponents())
                .filter(part -> read(part, node) instanceof Optional<?> found && wanted.test(found))
                .map(part -> node.getClass().getName().replaceAll(".*[.]", "") + "." + part.getName()))
                .collect(Collectors.toSet());
    }

    private static Object read(RecordComponent part, Node node) {
        try {
            return part.getAccessor().invoke(node);
        } catch (ReflectiveOperationException defect) {
            throw new AssertionError(defect);
        }
    }

    @Test
    void everyOperatorAndEveryWordForHowOftenIsThere() {
        assertThat(nodes().filter(Expression.Binary.class::isInstance).map(Expression.Binary.class::cast)
                .map(Expression.Binary::operator)).contains(Operator.values());
        assertThat(nodes().filter(Header.Drill.class::isInstance).map(Header.Drill.class::cast)
                .map(Header.Drill::frequency)).contains(Header.Frequency.values());
    }

    @Test
    void everyKindOfStatementIsCarriedOut() {
        List<Event> events = new ArrayList<>();
        Map.of("everything", 0, "taken-back", 1, "stopped", 4, "paused", 1).forEach((runbook, status) -> events.addAll(
                JournalReader.read(journal(runbook, status)).trusted().stream().map(Recorded::event).toList()));
        Map<Class<? extends Statement>, Predicate<Event>> traces = StatementTraces.ALL;
        assertThat(traces.keySet()).containsExactlyInAnyOrderElementsOf(kinds(Statement.class).toList());
        assertThat(traces).allSatisfy((kind, trace) -> assertThat(events).as(kind.getSimpleName()).anyMatch(trace));
    }

    @SuppressWarnings("unchecked")
    private static Stream<Class<? extends Statement>> kinds(Class<?> kind) {
        return kind.isSealed()
                ? Stream.of(kind.getPermittedSubclasses()).filter(Statement.class::isAssignableFrom)
                        .flatMap(EveryConstructTest::kinds)
                : Stream.of((Class<? extends Statement>) kind);
    }

    private static Stream<Node> nodes() {
        return Stream.concat(RUNBOOKS.stream(), Stream.of("library/words", "library/more"))
                .flatMap(name -> TreeWalk.within(tree(FOLDER.resolve(name + ".runbook"))));
    }

    private static SourceFile tree(Path file) {
        try {
            return RunbookSyntax.parse(Source.read(file.toString(), Files.readAllBytes(file))).tree().orElseThrow();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
