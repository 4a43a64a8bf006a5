package dev.lifeboat.builtins;

import static dev.lifeboat.interpreter.builtin.Effect.OBSERVES;

import dev.lifeboat.builtins.endpoint.Endpoint;
import dev.lifeboat.builtins.host.Host;
import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.interpreter.builtin.Builtin;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Doc;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.builtin.Namespace;
import dev.lifeboat.interpreter.value.Value;
import java.time.Instant;
import java.util.List;

/** The functions that stand without a namespace. */
@Namespace(value = "", doc = "Functions that stand by themselves.")
public final class PureFunctions {
    private static Failure notYet() {
        return Failure.of("This word is not built yet.");
    }

    @Builtin(effect = OBSERVES, doc = "Whether a list, a text or a GTID set has nothing in it.",
            example = "require empty(election.missing)")
    public boolean empty(@Doc("The list, text or GTID set.") Value value) {
        throw notYet();
    }

    @Builtin(effect = OBSERVES, doc = "How many elements a list, characters a text or transactions a GTID set has.",
            example = "require count(mysql.writable(cluster)) == 1")
    public long count(@Doc("The list, text or GTID set.") Value value) {
        throw notYet();
    }

    @Builtin(effect = OBSERVES, doc = "The first element of a list, which must have one.",
            example = "let new_primary = first(mysql.writable(cluster))")
    public Value first(@Doc("The list.") List<Value> list) {
        throw notYet();
    }

    @Builtin(effect = OBSERVES, doc = "The greatest element of a list, which must have one.",
            example = "let worst = max([mysql.lag(r).bound for r in cluster.replicas])")
    public Value max(@Doc("The list.") List<Value> list) {
        throw notYet();
    }

    @Builtin(effect = OBSERVES, doc = "The least element of a list, which must have one.",
            example = "let best = min([mysql.lag(r).bound for r in cluster.replicas])")
    public Value min(@Doc("The list.") List<Value> list) {
        throw notYet();
    }

    @Builtin(effect = OBSERVES, doc = "The sum of a list of numbers, durations or sizes, which must not be empty.",
            example = "let all = sum([5m, 10m])")
    public Value sum(@Doc("The list.") List<Value> list) {
        throw notYet();
    }

    @Builtin(effect = OBSERVES, doc = "The list in the order of a field of its records.",
            example = "for x in sort_by(findings, \"server\") { }")
    public List<Value> sortBy(@Doc("The list of records.") List<Value> list, @Doc("The field's name.") String field) {
        throw notYet();
    }

    @Builtin(effect = OBSERVES, doc = "A value written out, as in a text.",
            example = "let name = text(election.winner)")
    public String text(@Doc("The value.") Value value) {
        throw notYet();
    }

    @Builtin(effect = OBSERVES, doc = "The server of that name in the inventory.",
            example = "let db2 = server(\"db2\")")
    public MySqlServer server(Call call, @Doc("Its name.") String name) {
        throw notYet();
    }

    @Builtin(effect = OBSERVES, doc = "The host of that name in the inventory.",
            example = "let machine = host(\"db1\")")
    public Host host(Call call, @Doc("Its name.") String name) {
        throw notYet();
    }

    @Builtin(effect = OBSERVES, doc = "The endpoint of that name in the inventory.",
            example = "param service: endpoint = endpoint(\"orders-db\")")
    public Endpoint endpoint(Call call, @Doc("Its name.") String name) {
        throw notYet();
    }

    @Builtin(effect = OBSERVES, doc = "A set of transactions, written as MySQL writes it.",
            example = "let bad = gtids(\"3e11fa47-71ca-11e1-9e33-c80aa9429562:23\")")
    public GtidSet gtids(@Doc("`uuid:first-last`, several with commas.") String set) {
        throw notYet();
    }

    @Builtin(effect = OBSERVES, doc = "A secret of the inventory; it is read only where a builtin needs it.",
            example = "let key = secret(\"backup-key\")")
    public Value.Secret secret(@Doc("Its name.") String name) {
        throw notYet();
    }

    @Builtin(effect = OBSERVES, doc = "The run's time.", example = "let horizon = now() - 15m")
    public Instant now(Call call) {
        throw notYet();
    }
}
