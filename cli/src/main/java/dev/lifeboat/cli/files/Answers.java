package dev.lifeboat.cli.files;

import dev.lifeboat.builtins.yaml.YamlFile;
import dev.lifeboat.builtins.yaml.YamlMap;
import dev.lifeboat.builtins.yaml.YamlValue;
import dev.lifeboat.grammar.Parsed;
import dev.lifeboat.grammar.Source;
import dev.lifeboat.interpreter.world.People.Choice;
import java.util.List;
import java.util.SequencedMap;

/**
 * Who says what to which question, for drills and tests.
 *
 * <pre>
 * approvals:
 *   promote:     {by: infrastructure_manager, answer: yes}
 *   accept_loss: {by: cto, answer: no, reason: "Wait for the primary."}
 *   two_eyes:    [{by: senior_dba, answer: yes}, {by: cto, answer: yes}]
 * pauses:
 *   promote: [{by: senior_dba, choose: retry}, {by: senior_dba, choose: rollback}]
 * questions:
 *   picked: {by: senior_dba, answer: "db2"}
 * </pre>
 *
 * @param approvals by step; several where several people have to say yes
 * @param pauses    by step, one after the other
 * @param questions by the question's name
 */
public record Answers(SequencedMap<String, List<Say>> approvals, SequencedMap<String, List<Chosen>> pauses,
        SequencedMap<String, Say> questions) {

    public record Say(String by, String answer, String reason) {
        /** {@code yes} and {@code no} are truth values in some versions of YAML. */
        public boolean yes() {
            return answer.equals("yes") || answer.equals("true");
        }
    }

    public record Chosen(String by, Choice choice, String reason) {}

    public static Answers read(Source source) {
        Parsed<Answers> answers = YamlFile.read(source,
                map -> new Answers(map.eachValue("approvals", "approval",
                        (step, entries) -> entries.list().stream().map(Answers::yesOrNo).toList()),
                        map.eachValue("pauses", "pause",
                                (step, entries) -> entries.list().stream().map(Answers::chosen).toList()),
                        map.each("questions", "question", (name, entry) -> say(entry))));
        return answers.tree().orElseThrow(() -> new InvalidFile(answers.diagnostics()));
    }

    private static Say yesOrNo(YamlValue entry) {
        YamlMap map = entry.map();
        Say say = say(map);
        map.reportUnknownKeys();
        map.find("answer").filter(value -> !List.of("yes", "no", "true", "false").contains(say.answer()))
                .ifPresent(value -> value.wrong("Found `" + say.answer() + "`, expected `yes` or `no`."));
        return say;
    }

    private static Say say(YamlMap map) {
        return new Say(by(map), map.need("answer", "write what is answered").map(YamlValue::text).orElse(""),
                map.text("reason").orElse(""));
    }

    private static Chosen chosen(YamlValue value) {
        YamlMap map = value.map();
        Chosen chosen = new Chosen(by(map),
                map.need("choose", "write `retry`, `skip`, `rollback`, `done_by_hand` or `stop`")
                        .map(choice -> choice.word(Choice.class)).orElse(Choice.STOP),
                map.text("reason").orElse(""));
        map.reportUnknownKeys();
        return chosen;
    }

    private static String by(YamlMap map) {
        return map.need("by", "name the person who answers").map(YamlValue::text).orElse("");
    }

}
