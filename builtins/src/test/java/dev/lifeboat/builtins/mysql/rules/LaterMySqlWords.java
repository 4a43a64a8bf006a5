package dev.lifeboat.builtins.mysql.rules;

import static dev.lifeboat.interpreter.builtin.Effect.CHANGES;
import static dev.lifeboat.interpreter.builtin.Effect.DESTROYS;
import static dev.lifeboat.interpreter.builtin.Effect.OBSERVES;

import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.interpreter.builtin.Builtin;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.CodeOf;
import dev.lifeboat.interpreter.builtin.Doc;
import dev.lifeboat.interpreter.builtin.Namespace;
import dev.lifeboat.interpreter.value.Value;
import java.util.List;

/** Words about servers that come later. A checker calls nothing. */
@Namespace(value = "mysql", doc = "Servers.")
public final class LaterMySqlWords {
    private static AssertionError neverCalled() {
        return new AssertionError("a checker calls nothing");
    }

    @Builtin(effect = DESTROYS, inverse = false, doc = "Rebuilds.", example = "mysql.rebuild(s, from: t)")
    public void rebuild(Call call, @Doc("The server.") MySqlServer server, @Doc("The donor.") MySqlServer from) {
        throw neverCalled();
    }

    @Builtin(effect = OBSERVES, doc = "Rows.", example = "mysql.query(s, \"SELECT 1\")")
    public List<String> query(@Doc("The server.") MySqlServer server,
            @Doc("The query.") @CodeOf("sql") Value.Code sql) {
        throw neverCalled();
    }

    @Builtin(effect = CHANGES, inverse = false, idempotent = false, doc = "Executes.",
            example = "mysql.execute(s, \"DO 1\")")
    public void execute(@Doc("The server.") MySqlServer server,
            @Doc("The statement.") @CodeOf("sql") Value.Code sql) {
        throw neverCalled();
    }
}
