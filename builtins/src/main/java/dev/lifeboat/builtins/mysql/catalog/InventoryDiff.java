package dev.lifeboat.builtins.mysql.catalog;

import dev.lifeboat.builtins.mysql.FailoverVariable;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.ServerCatalog;
import dev.lifeboat.builtins.mysql.ServerCatalog.Account;
import dev.lifeboat.builtins.mysql.ServerCatalog.Definition;
import dev.lifeboat.builtins.mysql.ServerCatalog.Definitions;
import dev.lifeboat.builtins.mysql.ServerCatalog.Plugin;
import dev.lifeboat.builtins.mysql.ServerCatalog.ScheduledEvent;
import dev.lifeboat.builtins.mysql.ServerCatalog.Settings;
import dev.lifeboat.builtins.mysql.catalog.Difference.DefinitionKind;
import dev.lifeboat.builtins.mysql.survey.Observed;
import dev.lifeboat.interpreter.builtin.Call;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Compares what is defined on two servers. */
final class InventoryDiff {
    private final Call call;
    private final MySqlServer a;
    private final MySqlServer b;
    private final List<Difference> found = new ArrayList<>();

    InventoryDiff(Call call, MySqlServer a, MySqlServer b) {
        this.call = call;
        this.a = a;
        this.b = b;
    }

    List<Difference> differences() {
        boolean alike = Observed.need(a).state().identity().version()
                .equals(Observed.need(b).state().identity().version());
        if (!alike) {
            call.did(b.name(), "is of another version than " + a.name()
                    + ": what accounts may do is not compared, each version writes it in its own way");
        }
        definitions(catalog(a).definitions(), catalog(b).definitions(), alike);
        settings(catalog(a).settings(), catalog(b).settings());
        return List.copyOf(found);
    }

    private ServerCatalog catalog(MySqlServer server) {
        return call.port(ServerCatalog.class, server.name());
    }

    private void definitions(Definitions mine, Definitions theirs, boolean alike) {
        compare(DefinitionKind.ACCOUNT, mine.accounts(), theirs.accounts(), Account::name,
                (one, other) -> account(one, other, alike));
        compare(DefinitionKind.ROUTINE, mine.routines(), theirs.routines(), Definition::name, InventoryDiff::text);
        compare(DefinitionKind.TRIGGER, mine.triggers(), theirs.triggers(), Definition::name, InventoryDiff::text);
        compare(DefinitionKind.VIEW, mine.views(), theirs.views(), Definition::name, InventoryDiff::text);
        compare(DefinitionKind.EVENT, mine.events(), theirs.events(), ScheduledEvent::name,
                (one, other) -> one.text().equals(other.text()) && one.definer().equals(other.definer())
                        ? Optional.empty()
                        : Optional.of("another text, schedule or definer"));
        compare(DefinitionKind.PLUGIN, mine.plugins(), theirs.plugins(), Plugin::name,
                (one, other) -> one.active() == other.active()
                        ? Optional.empty()
                        : Optional.of(one.active() ? "active there, not here" : "active here, not there"));
    }

    private static Optional<String> text(Definition one, Definition other) {
        return one.text().equals(other.text()) ? Optional.empty() : Optional.of("another text or definer");
    }

    private static Optional<String> account(Account one, Account other, boolean alike) {
        List<String> differences = new ArrayList<>();
        if (alike && !one.grants().equals(other.grants())) {
            differences.add("other rights");
        }
        if (!one.authentication().equals(other.authentication())) {
            differences.add("another password or other demands on TLS");
        }
        if (one.locked() != other.locked()) {
            differences.add(one.locked() ? "locked there, not here" : "locked here, not there");
        }
        return differences.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", differences));
    }

    /** @param differ tells what is different of two with one name */
    private <T> void compare(DefinitionKind kind, List<T> mine, List<T> theirs, Function<T, String> name,
            BiFunction<T, T, Optional<String>> differ) {
        SequencedMap<String, T> others = byName(theirs, name);
        SequencedMap<String, T> own = byName(mine, name);
        own.forEach((key, one) -> {
            if (others.containsKey(key)) {
                differ.apply(one, others.get(key)).ifPresent(what -> add(kind, key,
                        "on `" + b.name() + "` is not as on `" + a.name() + "`: " + what + "."));
            } else {
                add(kind, key, "is on `" + a.name() + "`, and not on `" + b.name() + "`.");
            }
        });
        others.keySet().stream().filter(key -> !own.containsKey(key))
                .forEach(key -> add(kind, key, "is on `" + b.name() + "`, and not on `" + a.name() + "`."));
    }

    private static <T> SequencedMap<String, T> byName(List<T> list, Function<T, String> name) {
        SequencedMap<String, T> map = new LinkedHashMap<>();
        list.forEach(one -> map.put(name.apply(one), one));
        return map;
    }

    private void settings(Settings mine, Settings theirs) {
        FailoverVariable.ALL.stream().filter(FailoverVariable::alike).forEach(variable -> {
            Optional<String> one = mine.value(variable.name());
            Optional<String> other = theirs.value(variable.name());
            if (one.isPresent() && other.isPresent() && !one.equals(other)) {
                add(DefinitionKind.VARIABLE, variable.name(), "is " + shown(other) + " on `" + b.name() + "` and "
                        + shown(one) + " on `" + a.name() + "`: " + variable.reason() + ".");
            }
        });
    }

    private static String shown(Optional<String> value) {
        return value.filter(text -> !text.isEmpty()).orElse("empty");
    }

    private void add(DefinitionKind kind, String name, String predicate) {
        found.add(new Difference(kind, name, "`" + name + "` " + predicate));
    }
}
