package dev.lifeboat.builtins.yaml;

import dev.lifeboat.grammar.Diagnostic;
import dev.lifeboat.grammar.Hint;
import dev.lifeboat.grammar.Parsed;
import dev.lifeboat.grammar.RunbookSyntax;
import dev.lifeboat.grammar.Source;
import dev.lifeboat.grammar.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * A YAML file while it is read. Reading never throws: what is wrong is collected, each with its place, and a value that could not be had is replaced by an
 * empty one so that the rest is still looked at.
 */
public final class YamlFile {
    /** Nobody reads on, and a file of nonsense would fill the memory. */
    private static final int MOST_PROBLEMS = 100;
    private static final LoadSettings SETTINGS = LoadSettings.builder().setAllowDuplicateKeys(false)
            .setAllowNonScalarKeys(true)
            .setCodePointLimit(Source.LIMIT_BYTES).build();
    private final Source source;
    private final List<Diagnostic> problems = new ArrayList<>();
    private final List<YamlMap> maps = new ArrayList<>();
    private final HiddenText hidden;

    private YamlFile(Source source) {
        this.source = source;
        this.hidden = new HiddenText(source);
    }

    /** Reads a file whose top is a map; {@code shape} takes from the map what it knows, and whatever it leaves is reported. */
    public static <T> Parsed<T> read(Source source, Function<YamlMap, T> shape) {
        YamlFile file = new YamlFile(source);
        Optional<T> result = file.compose().map(node -> {
            YamlMap map = YamlMap.of(file, node, "the file");
            T value = shape.apply(map);
            map.reportUnknownKeys();
            return value;
        });
        file.maps.forEach(YamlMap::reportMissingKeys);
        List<Diagnostic> problems = file.hidden.in(file.problems.stream()
                .sorted(Comparator.comparingInt(problem -> problem.span().start())).toList());
        boolean failed = problems.stream().anyMatch(Diagnostic::isError);
        return new Parsed<>(failed ? Optional.empty() : result, problems);
    }

    void opened(YamlMap map) {
        maps.add(map);
    }

    /** Nothing that is drawn of the file will show this. */
    void hide(Node node) {
        hidden.add(node.getStartMark().map(this::index).orElse(0),
                node.getEndMark().map(this::index).orElse(source.text().length()));
    }

    static boolean isLegible(String text) {
        return RunbookSyntax.illegible(Source.of("", text)).isEmpty();
    }

    private Optional<Node> compose() {
        Optional<Node> node = composed();
        if (node.isEmpty()) {
            hidden.addWhatLooksSecret();
        }
        return node;
    }

    private Optional<Node> composed() {
        problems.addAll(RunbookSyntax.illegible(source));
        try {
            if (problems.isEmpty()) {
                Plainness.problems(this, new Parse(SETTINGS).parseString(source.text()));
            }
            return problems.isEmpty() ? map(new Compose(SETTINGS).composeString(source.text())) : Optional.empty();
        } catch (MarkedYamlEngineException e) {
            problems.add(malformed(e));
            return Optional.empty();
        } catch (YamlEngineException e) {
            report(YamlCode.SYNTAX, "This is not YAML: " + e.getMessage().lines().findFirst().orElse("") + ".",
                    source.span(0, 0), Optional.empty());
            return Optional.empty();
        }
    }

    private Optional<Node> map(Optional<Node> node) {
        if (node.isEmpty() || !(node.get() instanceof MappingNode)) {
            report(YamlCode.SYNTAX, "Expected keys with values, such as `environment: lab`.", source.span(0, 0),
                    Optional.empty());
            return Optional.empty();
        }
        return node;
    }

    /** With the place where what could not be read began. */
    private Diagnostic malformed(MarkedYamlEngineException e) {
        String problem = e.getProblem().startsWith("but ") ? e.getContext() + ", " + e.getProblem() : e.getProblem();
        Diagnostic malformed = Diagnostic.error(YamlCode.SYNTAX, "This is not YAML: " + problem + ".",
                e.getProblemMark().map(this::at).orElse(source.span(0, 0)));
        return e.getContextMark().filter(begin -> !e.getContext().isEmpty())
                .map(begin -> malformed.label(at(begin), e.getContext())).orElse(malformed);
    }

    void report(YamlCode code, String message, Span span, Optional<Hint> hint) {
        Diagnostic problem = Diagnostic.error(code, message, span);
        Diagnostic whole = hint.map(problem::hint).orElse(problem);
        if (problems.size() < MOST_PROBLEMS && !problems.contains(whole)) { // a part that is looked at twice
            problems.add(whole);
        }
    }

    Span span(Node node) {
        int start = node.getStartMark().map(this::index).orElse(0);
        int end = node.getEndMark().map(this::index).orElse(start);
        int endOfLine = source.text().indexOf('\n', start);
        int last = endOfLine < 0 ? end : Math.min(end, endOfLine);
        return source.span(start, Math.max(start, last));
    }

    Span at(Mark mark) {
        int index = index(mark);
        return source.span(index, Math.min(index + 1, source.text().length()));
    }

    private int index(Mark mark) {
        return Math.min(source.text().length(), source.indexOfCodePoint(mark.getIndex()));
    }
}
