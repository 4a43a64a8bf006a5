package dev.lifeboat.builtins;

import static dev.lifeboat.interpreter.builtin.Answers.AN_ELEMENT;
import static dev.lifeboat.interpreter.builtin.Answers.MAYBE_AN_ELEMENT;
import static dev.lifeboat.interpreter.builtin.Answers.THE_SAME;
import static dev.lifeboat.interpreter.builtin.Effect.OBSERVES;

import dev.lifeboat.builtins.endpoint.Endpoint;
import dev.lifeboat.builtins.host.Host;
import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.store.Store;
import dev.lifeboat.interpreter.builtin.Builtin;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Doc;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.builtin.Namespace;
import dev.lifeboat.interpreter.value.Texts;
import dev.lifeboat.interpreter.value.Type;
import dev.lifeboat.interpreter.value.TypedText;
import dev.lifeboat.interpreter.value.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.List;

/** The functions that stand without a namespace. */
@Namespace(value = "", doc = "Functions that stand by themselves.")
public final class PureFunctions {
    @Builtin(effect = OBSERVES, doc = "Whether a list, a text or a GTID set has nothing in it.",
            example = "require empty(collect.election.missing)")
    public boolean empty(@Doc("The list, text or GTID set.") Value value) {
        return count(value) == 0;
    }

    @Builtin(effect = OBSERVES, doc = "How many elements a list, characters a text or transactions a GTID set has.",
            example = "require count(mysql.writable(cluster)) == 1")
    public long count(@Doc("The list, text or GTID set.") Value value) {
        if (value instanceof Value.Listing list) {
            return list.items().size();
        }
        if (value instanceof Value.Text text) {
            return text.value().codePointCount(0, text.value().length());
        }
        if (value instanceof Value.Handle set && set.type().equals("gtids")) {
            return GtidSet.parse(set.text()).count();
        }
        throw Failure
                .of("`" + Texts.of(value) + "` has nothing to count: expected a list, a text or a GTID set.");
    }

    @Builtin(effect = OBSERVES, answers = MAYBE_AN_ELEMENT,
            doc = "The first element of a list; none where it is empty.",
            example = "let new_primary = first(mysql.writable(cluster))")
    public Value first(@Doc("The list.") List<Value> list) {
        return list.isEmpty() ? Value.NONE : list.getFirst();
    }

    @Builtin(effect = OBSERVES, answers = AN_ELEMENT, doc = "The greatest element of a list, which must have one.",
            example = "let worst = max([mysql.lag(r).bound for r in cluster.replicas])")
    public Value max(@Doc("The list.") List<Value> list) {
        return Collections.max(some("max", list), Ordering.OF_VALUES);
    }

    @Builtin(effect = OBSERVES, answers = AN_ELEMENT, doc = "The least element of a list, which must have one.",
            example = "let best = min([mysql.lag(r).bound for r in cluster.replicas])")
    public Value min(@Doc("The list.") List<Value> list) {
        return Collections.min(some("min", list), Ordering.OF_VALUES);
    }

    @Builtin(effect = OBSERVES, answers = AN_ELEMENT,
            doc = "The sum of a list of numbers, durations or sizes, which must not be empty.",
            example = "let all = sum([5m, 10m])")
    public Value sum(@Doc("The list.") List<Value> list) {
        return some("sum", list).stream().reduce(Sums::add).orElseThrow();
    }

    @Builtin(effect = OBSERVES, answers = THE_SAME, doc = "The list in the order of a field of its records.",
            example = "let nearest_first = sort_by([mysql.lag(r) for r in cluster.replicas], \"bound\")")
    public Value sortBy(@Doc("The list of records.") List<Value> list, @Doc("The field's name.") String field) {
        return new Value.Listing(
                list.stream().sorted((a, b) -> Ordering.OF_VALUES.compare(field(a, field), field(b, field))).toList());
    }

    @Builtin(effect = OBSERVES, doc = "A value written out, as in a text.",
            example = "let name = text(cluster.primary)")
    public String text(@Doc("The value.") Value value) {
        return Texts.of(value);
    }

    @Builtin(effect = OBSERVES, doc = "The number that a text says; fails where it says none.",
            example = "require number(\"97.5\") > 95")
    public BigDecimal number(@Doc("The text.") String text) {
        return TypedText.read(Type.DECIMAL, text.strip()).map(value -> ((Value.Decimal) value).value())
                .orElseThrow(() -> Failure.of("`" + text + "` is no number."));
    }

    @Builtin(effect = OBSERVES,
            doc = "The name of a table or a column, for SQL: it is quoted there, whatever is in it.",
            example = "let rows = mysql.query(db2, \"SELECT COUNT(*) FROM ${ident(\"shop\")}.${ident(\"orders\")}\")")
    public Identifier ident(@Doc("The name; that of a schema is an `ident(…)` of its own.") String name) {
        return new Identifier(name);
    }

    @Builtin(effect = OBSERVES, doc = "The server of that name in the inventory.",
            example = "let target = server(\"db2\")")
    public MySqlServer server(Call call, @Doc("Its name.") String name) {
        return call.port(MySqlServer.class, name);
    }

    @Builtin(effect = OBSERVES, doc = "The host of that name in the inventory.",
            example = "let machine = host(\"db1\")")
    public Host host(Call call, @Doc("Its name.") String name) {
        return call.port(Host.class, name);
    }

    @Builtin(effect = OBSERVES, doc = "The endpoint of that name in the inventory.",
            example = "param service: endpoint = endpoint(\"orders-db\")")
    public Endpoint endpoint(Call call, @Doc("Its name.") String name) {
        return call.port(Endpoint.class, name);
    }

    @Builtin(effect = OBSERVES, doc = "The store of that name in the inventory.",
            example = "param backups: store = store(\"san\")")
    public Store store(Call call, @Doc("Its name.") String name) {
        return call.port(Store.class, name);
    }

    @Builtin(effect = OBSERVES, doc = "A set of transactions, written as MySQL writes it.",
            example = "let bad = gtids(\"3e11fa47-71ca-11e1-9e33-c80aa9429562:23\")")
    public GtidSet gtids(@Doc("`uuid:first-last`, several with commas.") String set) {
        try {
            return GtidSet.parse(set);
        } catch (IllegalArgumentException e) {
            throw Failure.of(e.getMessage()).because(e);
        }
    }

    @Builtin(effect = OBSERVES, doc = "A secret of the inventory; it is read only where a builtin needs it.",
            example = "let key = secret(\"backup-key\")")
    public Value.Secret secret(@Doc("Its name.") String name) {
        return new Value.Secret(name);
    }

    @Builtin(effect = OBSERVES, doc = "The run's time.", example = "let horizon = now() - 15m")
    public Instant now(Call call) {
        return call.now();
    }

    private static List<Value> some(String function, List<Value> list) {
        if (list.isEmpty()) {
            throw Failure.of("`" + function + "` was given an empty list.").hint("Ask `empty(…)` first.");
        }
        return list;
    }

    private static Value field(Value record, String name) {
        if (record instanceof Value.Fields fields && fields.fields().get(name) instanceof Value value) {
            return value;
        }
        throw Failure.of("`sort_by` found no field `" + name + "` in `" + Texts.of(record) + "`.");
    }
}
