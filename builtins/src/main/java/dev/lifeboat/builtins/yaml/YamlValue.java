package dev.lifeboat.builtins.yaml;

import dev.lifeboat.grammar.Hint;
import dev.lifeboat.grammar.Nearest;
import dev.lifeboat.grammar.Span;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** A value in a YAML file, with its place. The methods that turn it into something report what does not fit and answer something empty. */
public final class YamlValue {
    private static final Pattern DURATION = Pattern
            .compile("(?:(\\d{1,9})d)?(?:(\\d{1,9})h)?(?:(\\d{1,9})m)?(?:(\\d{1,9})s)?(?:(\\d{1,9})ms)?");

    private final YamlFile file;
    private final Node node;
    private final Span key;
    private final String what;

    /** @param key of which it is the value; @param what how messages call it: {@code `primary` of cluster `ecommerce`} */
    YamlValue(YamlFile file, Node node, Span key, String what) {
        this.file = file;
        this.node = node;
        this.key = key;
        this.what = what;
    }

    public Span span() {
        return file.span(node);
    }

    /** Reports that this value does not fit; {@code message} is a full sentence. */
    public void wrong(String message) {
        file.report(YamlCode.WRONG_VALUE, message, span(), Optional.empty());
    }

    /** As {@link #wrong(String)}, with a hint that is a full sentence. */
    public void wrong(String message, String hint) {
        file.report(YamlCode.WRONG_VALUE, message, span(), Optional.of(Hint.of(hint)));
    }

    /** As {@link #wrong(String)}, of a value that nobody may see: what is drawn of the file does not show it. */
    public void secret(String message) {
        file.hide(node);
        file.report(YamlCode.WRONG_VALUE, message, key, Optional.empty());
    }

    /** Reports that it names nothing that {@code known} has. What is no text at all has been reported as that. */
    public void unknown(String kind, String name, java.util.Collection<String> known) {
        if (name.isEmpty() && !isText()) {
            return;
        }
        file.report(YamlCode.UNKNOWN_NAME, "There is no " + kind + " `" + name + "`.", span(),
                Nearest.hint(name, known).or(() -> Optional.of(Hint.of(
                        known.isEmpty() ? "There is none at all." : "Known are: " + String.join(", ", known) + "."))));
    }

    /** Whether it is a text, a number, a word: something that {@link #text} gives. */
    public boolean isText() {
        return node instanceof ScalarNode && !node.getTag().equals(Tag.NULL);
    }

    public String text() {
        if (node instanceof ScalarNode scalar && isText()) {
            return legible(scalar.getValue());
        }
        wrong("Expected a text for " + what + ".");
        return "";
    }

    /** What is escaped is no more legible than what stands there itself. */
    private String legible(String text) {
        if (YamlFile.isLegible(text)) {
            return text;
        }
        wrong("Found a character that doesn't show itself in " + what + ".");
        return "";
    }

    public YamlMap map() {
        return YamlMap.of(file, node, what);
    }

    /** Whether it is a number or a truth value as it stands, without quotes. */
    public boolean isPlain() {
        return node instanceof ScalarNode && List.of(Tag.INT, Tag.FLOAT, Tag.BOOL).contains(node.getTag());
    }

    public boolean isList() {
        return node instanceof SequenceNode;
    }

    public boolean isMap() {
        return node instanceof org.snakeyaml.engine.v2.nodes.MappingNode;
    }

    /** The items of a list; a single value counts as a list of one. */
    public List<YamlValue> list() {
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue().stream().map(item -> new YamlValue(file, item, key, "an item of " + what))
                    .toList();
        }
        return List.of(this);
    }

    public List<String> texts() {
        return list().stream().map(YamlValue::text).toList();
    }

    /** A length of time as the language writes it: {@code 1h30m}. */
    public Duration duration() {
        String text = text();
        Matcher matcher = DURATION.matcher(text);
        if (text.isEmpty() || !matcher.matches()) {
            unexpected(text, "a duration such as `30s` or `1h30m`");
            return Duration.ZERO;
        }
        return Duration.ofDays(number(matcher, 1)).plusHours(number(matcher, 2)).plusMinutes(number(matcher, 3))
                .plusSeconds(number(matcher, 4))
                .plusMillis(number(matcher, 5));
    }

    private static long number(Matcher matcher, int group) {
        return matcher.group(group) == null ? 0 : Long.parseLong(matcher.group(group));
    }

    public long whole() {
        return convert(Long::parseLong, 0L, "a whole number");
    }

    public double number() {
        return convert(YamlValue::finite, 0.0, "a number");
    }

    private static double finite(String text) {
        double number = Double.parseDouble(text);
        if (!Double.isFinite(number)) {
            throw new NumberFormatException(text);
        }
        return number;
    }

    public LocalDate date() {
        return convert(LocalDate::parse, LocalDate.EPOCH, "a date such as `2026-11-01`");
    }

    public Instant instant() {
        return convert(Instant::parse, Instant.EPOCH, "a time with its zone, such as `2026-01-01T12:30:00Z`");
    }

    public boolean truth() {
        return convert(text -> switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        }, false, "`true` or `false`");
    }

    /** One of the words of an enumeration, in lower case with underscores; the first where it is none of them. */
    public <E extends Enum<E>> E word(Class<E> words) {
        return findWord(words).orElse(words.getEnumConstants()[0]);
    }

    /** As {@link #word}; empty where it is none of them. */
    public <E extends Enum<E>> Optional<E> findWord(Class<E> words) {
        String text = text();
        List<String> known = Arrays.stream(words.getEnumConstants()).map(word -> word.name().toLowerCase(Locale.ROOT))
                .toList();
        if (known.contains(text)) {
            return Optional.of(Enum.valueOf(words, text.toUpperCase(Locale.ROOT)));
        }
        if (isText()) {
            file.report(YamlCode.WRONG_VALUE,
                    "Found `" + text + "`, expected "
                            + known.stream().map(word -> "`" + word + "`").collect(Collectors.joining(", "))
                            + " for " + what + ".",
                    span(), Nearest.hint(text, known));
        }
        return Optional.empty();
    }

    private <T> T convert(Function<String, T> conversion, T otherwise, String expected) {
        String text = text();
        try {
            return conversion.apply(text);
        } catch (IllegalArgumentException | DateTimeException notOfThatKind) {
            unexpected(text, expected);
            return otherwise;
        }
    }

    /** Reports that its text is not that. What is no text at all has been reported as that. */
    public void unexpected(String text, String expected) {
        if (isText()) {
            wrong("Found `" + text + "`, expected " + expected + " for " + what + ".");
        }
    }
}
