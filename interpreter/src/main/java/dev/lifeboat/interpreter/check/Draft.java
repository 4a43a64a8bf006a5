package dev.lifeboat.interpreter.check;

import dev.lifeboat.grammar.Gaps;
import dev.lifeboat.grammar.Span;
import dev.lifeboat.grammar.tree.Expression;
import dev.lifeboat.grammar.tree.Item;
import dev.lifeboat.grammar.tree.Node;
import dev.lifeboat.grammar.tree.SourceFile;
import dev.lifeboat.grammar.tree.TypeName;
import dev.lifeboat.interpreter.builtin.Signature;
import dev.lifeboat.interpreter.builtin.Vocabulary;
import dev.lifeboat.interpreter.value.Type;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A file whose names and types have been looked at, with or without errors: what a {@link Rule} sees. */
public final class Draft {

    private final SourceFile file;
    private final Vocabulary vocabulary;
    private final Optional<Estate> estate;
    private final List<Node> nodes;
    private final Map<Class<?>, List<Node>> byKind;
    private final Tables tables;
    private final Gaps gaps;

    Draft(SourceFile file, Context context) {
        this.file = file;
        this.vocabulary = context.vocabulary();
        this.estate = context.estate();
        this.nodes = Stream.concat(Stream.of(file), context.declarations().libraries().stream())
                .flatMap(TreeWalk::within).toList();
        this.byKind = nodes.stream().collect(Collectors.groupingBy(Node::getClass));
        this.tables = context.tables();
        this.gaps = context.gaps();
    }

    public SourceFile file() {
        return file;
    }

    /** The file, if it is a runbook and no library. */
    public Optional<SourceFile.Runbook> runbook() {
        return file instanceof SourceFile.Runbook runbook ? Optional.of(runbook) : Optional.empty();
    }

    /** All nodes of the file and of the libraries that it uses, in the order of the text. */
    public Stream<Node> nodes() {
        return nodes.stream();
    }

    /** Those of a kind among {@link #nodes}. */
    public <N extends Node> Stream<N> nodes(Class<N> kind) {
        return (kind.isRecord() ? byKind.getOrDefault(kind, List.of()) : nodes).stream().filter(kind::isInstance)
                .map(kind::cast);
    }

    /** What of the file is missing because it could not be read. A rule about the order of steps needs all of them. */
    public Gaps gaps() {
        return gaps;
    }

    public Vocabulary vocabulary() {
        return vocabulary;
    }

    /** The names of the inventory, where the check is made with one. */
    public Optional<Estate> estate() {
        return estate;
    }

    /**
     * Every step, {@code manual} and {@code perform}: those of the procedures that the file knows, then those of its
     * phases, each in the order of the text.
     */
    public List<CheckedStep> steps() {
        return Collections.unmodifiableList(tables.inOrder);
    }

    public Optional<CheckedStep> step(Item item) {
        return Optional.ofNullable(tables.steps.get(item));
    }

    /** What a {@code perform} performs, if there is such a procedure. */
    public Optional<ResolvedPerform> procedure(Item.Perform perform) {
        return Optional.ofNullable(tables.performs.get(perform));
    }

    /** What a call calls, if there is such a builtin and its arguments fit. */
    public Optional<ResolvedCall> call(Expression call) {
        return Optional.ofNullable(tables.calls.get(call));
    }

    public Optional<Type> type(Expression expression) {
        return Optional.ofNullable(tables.types.get(expression)).filter(type -> !type.equals(Type.UNKNOWN));
    }

    public Optional<Type> type(TypeName written) {
        return Optional.ofNullable(tables.typeNames.get(written));
    }

    public Optional<Binding> binding(Expression.Reference reference) {
        return Optional.ofNullable(tables.bindings.get(reference));
    }

    /** The builtins that are called in a part of the tree, in the order of the text. */
    public Stream<Called> calls(Node part) {
        return TreeWalk.within(part).flatMap(node -> node instanceof Expression.BuiltinCall call
                ? call(call).map(resolved -> new Called(call, resolved.signature())).stream()
                : Stream.empty());
    }

    /** Whether the builtin is called anywhere in the file, or in a procedure that it knows. */
    public boolean isCalled(String word) {
        return tables.calls.values().stream().anyMatch(call -> call.signature().word().equals(word));
    }

    /** Those of {@link #calls} that change or destroy something. */
    public Stream<Called> alterations(Node part) {
        return calls(part).filter(called -> called.signature().effect().alters());
    }

    /** A call and the builtin that it calls. */
    public record Called(Expression.BuiltinCall call, Signature signature) {

        /** Where the word itself stands, without its arguments. */
        public Span word() {
            return call.namespace().span().to(call.action().span());
        }
    }
}
