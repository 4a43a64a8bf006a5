package dev.lifeboat.builtins.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.grammar.Diagnostic;
import dev.lifeboat.grammar.Parsed;
import dev.lifeboat.grammar.Source;
import dev.lifeboat.grammar.SyntaxCode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlFileTest {

    private static <T> Parsed<T> read(String text, Function<YamlMap, T> shape) {
        return YamlFile.read(Source.of("file.yaml", text), shape);
    }

    private static <T> T value(String value, Function<YamlValue, T> kind) {
        return read("key: " + value, map -> map.find("key").map(kind).orElseThrow()).tree().orElseThrow();
    }

    private static List<String> problems(String text, Function<YamlMap, ?> shape) {
        return read(text, shape).diagnostics().stream().map(Diagnostic::message).toList();
    }

    @Test
    void valuesAreReadAsTheyAreMeant() {
        assertThat(value("1h30m", YamlValue::duration)).isEqualTo(Duration.ofMinutes(90));
        assertThat(value("250ms", YamlValue::duration)).isEqualTo(Duration.ofMillis(250));
        assertThat(value("2026-01-01T12:30:00Z", YamlValue::instant)).isEqualTo(Instant.parse("2026-01-01T12:30:00Z"));
        assertThat(value("-7", YamlValue::whole)).isEqualTo(-7);
        assertThat(value("0.25", YamlValue::number)).isEqualTo(0.25);
        assertThat(value("true", YamlValue::truth)).isTrue();
        assertThat(value("[a, b]", YamlValue::texts)).containsExactly("a", "b");
        assertThat(value("a", YamlValue::texts)).containsExactly("a");
        assertThat(value("\"\"", YamlValue::text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"30m1h", "1h30", "30sec", "-5s", "5", "99999999999999999999d", "\"\""})
    void whatOnlyLooksLikeADurationIsNone(String text) {
        assertThat(problems("key: " + text, map -> map.find("key").map(YamlValue::duration))).singleElement().asString()
                .contains("expected a duration");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "1e999", "many"})
    void whatIsNoNumberIsNone(String text) {
        assertThat(problems("key: " + text, map -> map.find("key").map(YamlValue::number))).singleElement().asString()
                .contains("expected a number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"key:", "key: null", "key: [a]", "key: {a: b}"})
    void whereATextIsWantedNothingIsNoText(String text) {
        assertThat(problems(text, map -> map.find("key").map(YamlValue::duration)).getFirst())
                .isEqualTo("Expected a text for `key` of the file.");
    }

    @Test
    void aSlipOfAMissingKeyIsOneMistake() {
        assertThat(problems("adress: x", map -> map.need("address", "write it")))
                .containsExactly("Key `adress` has no meaning in the file.");
        assertThat(problems("other: x", map -> map.need("address", "write it"))).containsExactly(
                "Key `other` has no meaning in the file.", "Key `address` is missing in the file: write it.");
    }

    @Test
    void aSlipIsNoFurtherSetting() {
        assertThat(problems("knd: s3\nbucket: x", map -> map.need("kind", "write it").map(kind -> "").orElseGet(
                () -> map.rest().toString()))).containsExactly("Key `knd` has no meaning in the file.");
    }

    @Test
    void aMissingKeyIsReportedAlsoWhereNobodyAsksForUnknownOnes() {
        assertThat(problems("inner: {}", map -> map.find("inner").map(inner -> inner.map().need("key", "write it"))))
                .containsExactly("Key `key` is missing in `inner` of the file: write it.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{", "a: {", "- ", "[a, {b: ", "? "})
    void whatIsNestedTooDeeplyIsRefusedWhereItIs(String open) {
        assertThat(problems(open.repeat(20_000), map -> "")).containsExactly("This is nested deeper than 50.");
    }

    @Test
    void aliasesOfAliasesDoNotGrow() {
        String bomb = IntStream.range(1, 30)
                .mapToObj(i -> "a" + i + ": &a" + i + " [" + ("*a" + (i - 1) + ",").repeat(9) + "]\n")
                .collect(Collectors.joining("", "a0: &a0 [x]\n", ""));
        assertThat(problems(bomb, map -> "")).hasSize(100).contains("Found the alias `*a0`.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\0", "\\e[31m", "\\uD800", "\\u202E", "\\u2028"})
    void whatDoesNotShowItselfIsRefusedAlsoWhereItIsEscaped(String escaped) {
        assertThat(problems("key: \"a" + escaped + "b\"", map -> map.text("key")))
                .containsExactly("Found a character that doesn't show itself in `key` of the file.");
        assertThat(problems("\"a" + escaped + "b\": c", map -> ""))
                .containsExactly("A key has to be a text of characters that show themselves.");
    }

    @Test
    void tagsAreRefused() {
        assertThat(problems("key: !!java.net.URL x\nother: !a [1]\n", YamlMap::names)).containsExactly(
                "Found the tag `tag:yaml.org,2002:java.net.URL`.", "Found the tag `!a`.");
    }

    @Test
    void whatIsNoTextIsRefused() {
        assertThat(problems("\u0000\u0001", map -> "")).containsExactly("The file is no text in UTF-8.");
        assertThat(problems("key: a\u202Eb\n", map -> ""))
                .containsExactly("Found U+202E, a character that doesn't show itself.");
        assertThat(problems("key: a\uFFFEb\n", map -> "")).singleElement().asString().startsWith("This is not YAML: ");
        assertThat(YamlFile.read(Source.read("file.yaml", new byte[Source.LIMIT_BYTES + 1]), map -> "").diagnostics())
                .singleElement().satisfies(found -> assertThat(found.code()).isEqualTo(SyntaxCode.TOO_LARGE));
    }

    @Test
    void aLongFileIsReadInNoMoreThanTheTimeItsLengthTakes() {
        String text = IntStream.range(0, 20_000).mapToObj(i -> "k" + i + ": \"🦄 " + i + "\"\n")
                .collect(Collectors.joining());
        assertThat(
                Assertions.assertTimeout(Duration.ofSeconds(60), () -> read(text, YamlMap::rest)).tree().orElseThrow())
                .hasSize(20_000);
        assertThat(Assertions.assertTimeout(Duration.ofSeconds(60), () -> problems(text, map -> ""))).hasSize(100);
    }
}
