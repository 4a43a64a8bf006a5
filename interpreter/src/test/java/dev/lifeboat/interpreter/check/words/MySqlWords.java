package dev.lifeboat.interpreter.check.words;

import static dev.lifeboat.interpreter.builtin.Effect.CHANGES;
import static dev.lifeboat.interpreter.builtin.Effect.DESTROYS;
import static dev.lifeboat.interpreter.builtin.Effect.OBSERVES;
import static dev.lifeboat.interpreter.builtin.Effect.PROBES;

import dev.lifeboat.interpreter.builtin.Builtin;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.CodeOf;
import dev.lifeboat.interpreter.builtin.Doc;
import dev.lifeboat.interpreter.builtin.Namespace;
import dev.lifeboat.interpreter.value.Value;
import java.util.List;
import java.util.Optional;

/** Words about servers. */
@Namespace(value = "mysql", doc = "Servers.")
public final class MySqlWords {

    private static AssertionError neverCalled() {
        return new AssertionError("a checker calls nothing");
    }

    @Builtin(effect = OBSERVES, doc = "Answers.", example = "mysql.ping(s)")
    public boolean ping(@Doc("The server.") Server server) {
        throw neverCalled();
    }

    @Builtin(effect = PROBES, doc = "Diagnoses.", example = "mysql.diagnose(cluster)")
    public Words.Verdict diagnose(@Doc("The cluster.") Words.Cluster cluster) {
        throw neverCalled();
    }

    @Builtin(effect = OBSERVES, doc = "Elects.", example = "mysql.elect(cluster)")
    public Words.Election elect(@Doc("The cluster.") Words.Cluster cluster,
            @Doc("Whom to prefer.") Optional<Server> prefer) {
        throw neverCalled();
    }

    @Builtin(effect = OBSERVES, doc = "Rows.", example = "mysql.query(s, \"SELECT 1\")")
    public List<String> query(@Doc("The server.") Server server, @Doc("The query.") @CodeOf("sql") Value.Code sql) {
        throw neverCalled();
    }

    @Builtin(effect = CHANGES, doc = "Fences.", example = "mysql.fence(s)")
    public Words.Fence fence(Call call, @Doc("The server.") Server server) {
        throw neverCalled();
    }

    @Builtin(effect = CHANGES, doc = "Promotes.", example = "mysql.promote(s)")
    public void promote(Call call, @Doc("The server.") Server server) {
        throw neverCalled();
    }

    @Builtin(effect = CHANGES, doc = "Repoints.", example = "mysql.repoint(s, source: t)")
    public void repoint(Call call, @Doc("The server.") Server server, @Doc("Its new source.") Server source) {
        throw neverCalled();
    }

    @Builtin(effect = CHANGES, inverse = false, idempotent = false, doc = "Executes.",
            example = "mysql.execute(s, \"DO 1\")")
    public void execute(@Doc("The server.") Server server, @Doc("The statement.") @CodeOf("sql") Value.Code sql) {
        throw neverCalled();
    }

    @Builtin(effect = CHANGES, internal = true, doc = "Takes a fence away.", example = "mysql.unfence(s)")
    public void unfence(Call call, @Doc("The server.") Server server) {
        throw neverCalled();
    }

    @Builtin(effect = DESTROYS, doc = "Wipes.", example = "mysql.wipe(s)")
    public void wipe(@Doc("The server.") Server server) {
        throw neverCalled();
    }
}
