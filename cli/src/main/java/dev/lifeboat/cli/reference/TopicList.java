package dev.lifeboat.cli.reference;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.stream.Collectors;

/** The names of all topics, in their groups. */
public record TopicList(List<Topic> topics) {
    private static final int WIDTH = 100;
    private static final String INDENT = "    ";

    public String text() {
        return groups().entrySet().stream().map(group -> group.getKey() + "\n"
                + wrapped(group.getValue())).collect(Collectors.joining("\n\n"));
    }

    private SequencedMap<String, SequencedSet<String>> groups() {
        SequencedMap<String, SequencedSet<String>> groups = new LinkedHashMap<>();
        topics.forEach(topic -> groups.computeIfAbsent(topic.group(), group -> new LinkedHashSet<>())
                .add(topic.name()));
        return groups;
    }

    private static String wrapped(SequencedSet<String> names) {
        StringBuilder text = new StringBuilder();
        String line = INDENT;
        for (String name : names) {
            String piece = name + (name.equals(names.getLast()) ? "" : ", ");
            if (line.length() + piece.strip().length() > WIDTH) {
                text.append(line.stripTrailing()).append('\n');
                line = INDENT;
            }
            line += piece;
        }
        return text.append(line).toString();
    }
}
