package dev.lifeboat.grammar;

import dev.lifeboat.grammar.tree.Expression.Text;
import dev.lifeboat.grammar.tree.Name;
import dev.lifeboat.grammar.tree.Node;
import dev.lifeboat.grammar.tree.TextPart.Characters;
import dev.lifeboat.grammar.tree.TypeName;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Writes a tree as text, without its spans: one node a line, its parts indented beneath it. Two trees mean the same if
 * and only if their texts are equal.
 */
public final class TreeText {

    /** The parts of each kind of node, looked up once. */
    private static final ClassValue<List<RecordComponent>> PARTS = new ClassValue<>() {
        @Override
        protected List<RecordComponent> computeValue(Class<?> kind) {
            return Arrays.stream(kind.getRecordComponents()).filter(part -> part.getType() != Span.class).toList();
        }
    };

    private final StringBuilder out = new StringBuilder();

    private TreeText() {}

    public static String of(Node node) {
        var text = new TreeText();
        text.node("", "", node);
        return text.out.toString();
    }

    private void node(String indent, String label, Node node) {
        var brief = shortly(node);
        if (brief.isPresent()) {
            line(indent, label + brief.get());
            return;
        }
        var parts = PARTS.get(node.getClass());
        var inline = parts.stream().map(part -> value(part, node)).filter(value -> !isStructure(value))
                .map(TreeText::inline).collect(Collectors.joining());
        line(indent, label + node.getClass().getSimpleName() + inline);
        parts.forEach(part -> structure(indent + "  ", part.getName() + ": ", value(part, node)));
    }

    /** What most nodes are is worth a line and no more. */
    private static Optional<String> shortly(Node node) {
        return switch (node) {
            case Name name -> Optional.of(name.text());
            case TypeName type when type.element().isEmpty() -> Optional.of(type.name().text());
            case Text text when text.parts().isEmpty() -> Optional.of("Text \"\"");
            case Text text when text.parts().size() == 1 && text.parts().getFirst() instanceof Characters only ->
                Optional.of("Text " + quote(only.value()));
            default -> Optional.empty();
        };
    }

    private static boolean isStructure(Object value) {
        return value instanceof Node || value instanceof List || value instanceof Optional;
    }

    private static String inline(Object value) {
        return " " + (value instanceof String text ? quote(text) : value);
    }

    private void structure(String indent, String label, Object value) {
        switch (value) {
            case Node node -> node(indent, label, node);
            case Optional<?> optional -> optional.ifPresent(present -> present(indent, label, present));
            case List<?> list when list.isEmpty() -> {
            }
            case List<?> list -> list(indent, label, list);
            default -> {
            }
        }
    }

    /** An optional list that is there and empty is not the same as none. */
    private void present(String indent, String label, Object value) {
        if (value instanceof List<?> list) {
            list(indent, label, list);
        } else {
            structure(indent, label, value);
        }
    }

    private void list(String indent, String label, List<?> list) {
        line(indent, label.strip());
        list.forEach(element -> structure(indent + "  ", "- ", element));
    }

    private static String quote(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\t", "\\t") + "\"";
    }

    private static Object value(RecordComponent part, Node node) {
        try {
            return part.getAccessor().invoke(node);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("The tree consists of public records", impossible);
        }
    }

    private void line(String indent, String text) {
        out.append(indent).append(text).append('\n');
    }
}
