package dev.lifeboat.simulator.scenario;

import dev.lifeboat.builtins.yaml.YamlMap;
import dev.lifeboat.builtins.yaml.YamlValue;
import dev.lifeboat.interpreter.world.People.Choice;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads what a person says: {@code {approves: promote, after: 40s}}, {@code {refuses: promote, because: …}}, {@code {chooses: rollback, at: promote}},
 * {@code {answers: backup, with: full}}, {@code {acknowledges: on_call, after: 4m}}, {@code {ignores: any}}.
 */
final class SayingReader {
    private static final List<String> KEYS = List.of("approves", "refuses", "because", "chooses", "at", "answers",
            "with", "acknowledges", "ignores", "after");

    private SayingReader() {}

    static Optional<Saying> read(YamlValue item, Names names) {
        YamlMap map = item.map();
        Optional<Duration> after = map.find("after").map(YamlValue::duration);
        List<Saying> answers = Stream.of(approval(map, "approves", true, after), approval(map, "refuses", false, after),
                decision(map, after), reply(map, after), acknowledgement(map, "acknowledges", true, after, names),
                acknowledgement(map, "ignores", false, after, names)).flatMap(Optional::stream).toList();
        boolean misspelt = map.names().stream().anyMatch(name -> !KEYS.contains(name));
        if (answers.size() > 1 || answers.isEmpty() && !misspelt) {
            item.wrong(
                    "Expected one answer: `approves`, `refuses`, `chooses`, `answers`, `acknowledges` or `ignores`.");
        }
        map.reportUnknownKeys();
        return answers.stream().findFirst();
    }

    private static Optional<Saying> approval(YamlMap map, String key, boolean yes, Optional<Duration> after) {
        return map.text(key)
                .map(step -> new Saying.Vote(step, yes, map.text("because").orElse(""), after));
    }

    private static Optional<Saying> decision(YamlMap map, Optional<Duration> after) {
        return map.find("chooses").map(choice -> new Saying.Decision(map.text("at").orElse(Saying.ANY),
                choice.word(Choice.class), map.text("because").orElse("as the scenario says"), after));
    }

    private static Optional<Saying> reply(YamlMap map, Optional<Duration> after) {
        return map.text("answers").map(question -> new Saying.Reply(question,
                map.need("with", "it is what the person says").map(YamlValue::text).orElse(""), after));
    }

    private static Optional<Saying> acknowledgement(YamlMap map, String key, boolean heard, Optional<Duration> after,
            Names names) {
        return map.find(key).map(value -> new Saying.Acknowledgement(names.roleOrAny(value), heard, after));
    }
}
