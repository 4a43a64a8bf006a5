package dev.lifeboat.builtins.preflight;

import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.builtins.mysql.AccountGrants;
import dev.lifeboat.grammar.tree.Declaration;
import dev.lifeboat.grammar.tree.Expression;
import dev.lifeboat.grammar.tree.Header;
import dev.lifeboat.grammar.tree.Item;
import dev.lifeboat.grammar.tree.Node;
import dev.lifeboat.grammar.tree.PlainText;
import dev.lifeboat.interpreter.builtin.Signature;
import dev.lifeboat.interpreter.check.CheckedRunbook;
import dev.lifeboat.interpreter.check.TreeWalk;
import dev.lifeboat.interpreter.value.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All that a runbook could call and touch, whatever way it takes: its branches, handlers and procedures, and the rollback. What takes a call back needs the
 * privileges that the call needs, and touches what the call has touched.
 */
public final class Needs {
    private static final String SPARES = "spares";
    private static final String BACKUPS = "backup";
    private final CheckedRunbook program;
    private final Inventory inventory;
    private final Inventory.Cluster cluster;
    private final Collection<Value> given;
    private final List<Node> nodes = new ArrayList<>();

    /**
     * @param cluster which cluster of the inventory the run is about
     * @param given   the runbook's parameters, as they were given
     */
    public Needs(CheckedRunbook program, Inventory inventory, String cluster, Collection<Value> given) {
        this.program = program;
        this.inventory = inventory;
        this.cluster = inventory.clusters().get(cluster);
        this.given = given;
        gather(program.tree(), Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    /** The node and all beneath it, with the procedures that are performed there. */
    private void gather(Node node, Set<Declaration.Procedure> entered) {
        TreeWalk.within(node).forEach(inner -> {
            nodes.add(inner);
            if (inner instanceof Item.Perform perform) {
                Declaration.Procedure procedure = program.procedure(perform).procedure();
                if (entered.add(procedure)) {
                    gather(procedure, entered);
                }
            }
        });
    }

    private <N extends Node> Stream<N> all(Class<N> kind) {
        return nodes.stream().filter(kind::isInstance).map(kind::cast);
    }

    /** The words that it could call, and that could do something here. */
    public List<Signature> calls() {
        return all(Expression.BuiltinCall.class).map(call -> program.call(call).signature())
                .filter(word -> serves(word, inventory)).distinct().toList();
    }

    /** Whether a word can do anything in an estate: those of backups can't where there is no store. */
    public static boolean serves(Signature word, Inventory estate) {
        return !estate.stores().isEmpty() || !word.namespace().equals(BACKUPS);
    }

    /** What Lifeboat's account has to be granted for its calls. */
    AccountGrants grants() {
        return AccountGrants.of(calls(), cluster);
    }

    /** What it says of the versions that it is written for. */
    Optional<String> versions() {
        return program.tree().header().requirements().stream()
                .filter(requirement -> requirement.product().text().equals("mysql"))
                .map(Header.Requirement::versions).map(PlainText::value).findFirst();
    }

    /** The cluster's servers, the primary first, its spares where they are spoken of, and those that are named. */
    public List<String> servers() {
        SequencedSet<String> servers = new LinkedHashSet<>(cluster.primaryFirst());
        if (all(Expression.Field.class).anyMatch(field -> field.name().text().equals(SPARES))) {
            servers.addAll(cluster.spares().sequencedKeySet());
        }
        servers.addAll(named("server"));
        return List.copyOf(servers);
    }

    /** Those of the servers, the witnesses, and those that are named. */
    List<String> hosts() {
        SequencedSet<String> hosts = new LinkedHashSet<>();
        servers().stream().flatMap(name -> server(name).stream()).flatMap(server -> server.host().stream())
                .forEach(hosts::add);
        hosts.addAll(cluster.witnesses());
        hosts.addAll(named("host"));
        hosts.retainAll(inventory.hosts().keySet());
        return List.copyOf(hosts);
    }

    /** All of them: a fence takes a server out of every one. */
    List<String> endpoints() {
        return List.copyOf(inventory.endpoints().sequencedKeySet());
    }

    /** Those that are named. */
    List<String> stores() {
        return named("store").stream().filter(inventory.stores()::containsKey).toList();
    }

    Optional<Inventory.Server> server(String name) {
        return inventory.clusters().values().stream().flatMap(one -> Stream.of(one.servers(), one.spares()))
                .filter(servers -> servers.containsKey(name)).map(servers -> servers.get(name)).findFirst();
    }

    boolean isPrimary(String server) {
        return cluster.primary().equals(server);
    }

    /** {@code server("db9")} in the text, and values of parameters of this type. */
    private List<String> named(String type) {
        Stream<String> written = all(Expression.FunctionCall.class)
                .filter(call -> program.call(call).signature().word().equals(type))
                .flatMap(call -> TreeWalk.within(call, Expression.Text.class)).map(text -> text.span().text())
                .map(text -> text.substring(1, text.length() - 1));
        return Stream.concat(written, given.stream().flatMap(value -> handles(type, value))).distinct().toList();
    }

    private static Stream<String> handles(String type, Value value) {
        return switch (value) {
            case Value.Handle handle when handle.type().equals(type) -> Stream.of(handle.text());
            case Value.Listing list -> list.items().stream().flatMap(item -> handles(type, item));
            case null, default -> Stream.empty();
        };
    }
}
