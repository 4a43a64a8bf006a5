package dev.lifeboat.interpreter.check;

import dev.lifeboat.grammar.tree.Node;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Walks the tree. Nodes are records without behaviour, so their children are those components that are nodes, or hold
 * some; read by reflection, a new kind of node is walked without a word here.
 */
public final class TreeWalk {

    private static final ClassValue<List<Method>> BRANCHES = new ClassValue<>() {
        @Override
        protected List<Method> computeValue(Class<?> kind) {
            return branches(kind);
        }
    };

    private TreeWalk() {}

    /** The node and all beneath it, in the order in which the components are declared, which is that of the text. */
    public static Stream<Node> within(Node node) {
        var all = new ArrayList<Node>();
        addAll(node, all);
        return all.stream();
    }

    private static void addAll(Node node, List<Node> all) {
        all.add(node);
        for (var child : children(node)) {
            addAll(child, all);
        }
    }

    /** Those of a kind among {@link #within}. */
    public static <N extends Node> Stream<N> within(Node node, Class<N> kind) {
        return within(node).filter(kind::isInstance).map(kind::cast);
    }

    public static List<Node> children(Node node) {
        var children = new ArrayList<Node>();
        for (var branch : BRANCHES.get(node.getClass())) {
            collect(value(branch, node), children);
        }
        return children;
    }

    /** The components that may hold nodes: a tree is walked by many rules, and most components are words and places. */
    private static List<Method> branches(Class<?> kind) {
        return Stream.of(kind.getRecordComponents()).filter(component -> mayHoldNodes(component.getType()))
                .map(TreeWalk::accessor).toList();
    }

    private static Method accessor(RecordComponent component) {
        var accessor = component.getAccessor();
        // Spares the question at each call whether it is allowed.
        accessor.setAccessible(true);
        return accessor;
    }

    private static boolean mayHoldNodes(Class<?> type) {
        return Node.class.isAssignableFrom(type) || type == Optional.class || type.isInterface();
    }

    private static void collect(Object value, List<Node> children) {
        switch (value) {
            case Node node -> children.add(node);
            case Optional<?> optional -> optional.ifPresent(inner -> collect(inner, children));
            case List<?> list -> list.forEach(element -> collect(element, children));
            default -> {
            }
        }
    }

    private static Object value(Method branch, Node node) {
        try {
            return branch.invoke(node);
        } catch (IllegalAccessException | InvocationTargetException defect) {
            throw new IllegalStateException("A node that can't be read: " + node.getClass(), defect);
        }
    }
}
