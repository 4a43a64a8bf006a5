package dev.lifeboat.cli;

import dev.lifeboat.builtins.Builtins;
import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.cli.Arguments.Argument;
import dev.lifeboat.cli.files.UsageProblem;
import dev.lifeboat.cli.reference.Topic;
import dev.lifeboat.cli.reference.TopicList;
import dev.lifeboat.cli.reference.Topics;
import dev.lifeboat.interpreter.journal.RecordJson;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;

/** `lifeboat explain`: the page of a word of the language, a builtin or a code; without one, all there is to ask for. */
final class ExplainCommand implements Command {
    private final Arguments arguments = Arguments.of(this, "explain",
            "Explains a word of the language, a builtin or a code: `retry`, `mysql.promote`, `LB301`.", "",
            "Without a topic it lists all topics.");

    private final Argument<List<String>> topic = arguments.words("TOPIC",
            "What to explain, such as `wait until`, `duration`, `mysql`, `incident`.");

    private final Argument<Boolean> json = arguments.flag("--json", "Write the pages, or the list, as JSON.");

    /** A page for machines. */
    record Page(String topic, String group, String text) {}

    /** What can be asked for, for machines. */
    record Named(String topic, String group) {}

    @Override
    public CommandSpec spec() {
        return arguments.spec();
    }

    @Override
    public Integer call() {
        Topics topics = Topics.of(Builtins.registry(Inventory.EMPTY));
        Output.of(spec()).out().println(topic.value() == null ? list(topics) : pages(topics).strip());
        return ExitStatus.OK;
    }

    private String list(Topics topics) {
        return json.value()
                ? written(topics.all().stream().map(one -> new Named(one.name(), one.group())).distinct().toList())
                : new TopicList(topics.all()).text();
    }

    private String pages(Topics topics) {
        String wanted = String.join(" ", topic.value());
        List<Topic> found = topics.find(wanted);
        if (found.isEmpty()) {
            throw new UsageProblem("There is nothing called `" + wanted + "` to explain. "
                    + topics.nearest(wanted).orElse("`lifeboat explain` lists all there is."));
        }
        return json.value()
                ? written(found.stream().map(one -> new Page(one.name(), one.group(), one.text())).toList())
                : found.stream().map(Topic::text).distinct().collect(Collectors.joining("\n"));
    }

    private static String written(List<?> pages) {
        return RecordJson.builder().build().writeValueAsString(pages);
    }
}
