package dev.lifeboat.builtins.mysql.rules;

import dev.lifeboat.builtins.Builtins;
import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.interpreter.builtin.JavaTypes;
import dev.lifeboat.interpreter.builtin.Registry;
import dev.lifeboat.interpreter.builtin.Signature;
import dev.lifeboat.interpreter.builtin.Vocabulary;
import dev.lifeboat.interpreter.value.Type;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

/** The words that there are, and those of the design that the rules know already. Where a word is there, it wins. */
record LaterWords(Vocabulary real, Vocabulary later) implements Vocabulary {

    static Vocabulary vocabulary() {
        JavaTypes types = new JavaTypes()
                .handle("server", MySqlServer.class, (call, name) -> call.port(MySqlServer.class, name),
                        MySqlServer::name);
        return new LaterWords(Builtins.registry(Inventory.EMPTY),
                Registry.of(types, List.of(new LaterMySqlWords(), new LaterBackupWords()), new LinkedHashMap<>()));
    }

    @Override
    public Optional<Signature> find(String namespace, String name) {
        return real.find(namespace, name).or(() -> later.find(namespace, name));
    }

    @Override
    public Collection<Signature> all() {
        return Stream.concat(real.all().stream(), later.all().stream()).toList();
    }

    @Override
    public SequencedMap<String, Type> implicitNames() {
        return real.implicitNames();
    }

    @Override
    public SequencedMap<String, Type> types() {
        SequencedMap<String, Type> all = new LinkedHashMap<>(later.types());
        all.putAll(real.types());
        return all;
    }
}
