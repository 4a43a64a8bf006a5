package dev.lifeboat.builtins.mysql.data;

import static dev.lifeboat.interpreter.builtin.Effect.CHANGES;
import static dev.lifeboat.interpreter.builtin.Effect.OBSERVES;

import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.MySqlServer.Row;
import dev.lifeboat.interpreter.builtin.Builtin;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.CodeOf;
import dev.lifeboat.interpreter.builtin.Doc;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.builtin.Namespace;
import dev.lifeboat.interpreter.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** SQL of a runbook's own, for what no other word does. */
@Namespace(value = "mysql", doc = "Servers of MySQL: how they are, and what is done to them.")
public final class MySqlFreeSql {
    private static final Pattern READS = Pattern.compile(
            "\\(*\\s*(SELECT|SHOW|TABLE|VALUES|WITH|EXPLAIN|DESCRIBE|DESC)\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern WRITES_A_FILE = Pattern.compile("\\bINTO\\s+(OUTFILE|DUMPFILE)\\b",
            Pattern.CASE_INSENSITIVE);

    @Builtin(effect = OBSERVES,
            doc = """
                    Asks a server by SQL, in a session that can't write. \
                    Answers a list of rows, each a list of texts as MySQL writes them, `none` for NULL; at most 1,000 of them.""",
            example = "let rows = mysql.query(db2, \"SELECT COUNT(*) FROM shop.orders\")",
            privileges = "SELECT")
    public List<List<Optional<String>>> query(@Doc("The server.") MySqlServer server,
            @Doc("A statement that only reads.") @CodeOf("sql") Value.Code sql) {
        if (!READS.matcher(sql.text().strip()).matches() || WRITES_A_FILE.matcher(sql.text()).find()) {
            throw Failure.of("`mysql.query` only reads, and `" + sql.text() + "` is not one of the statements that do.")
                    .hint("Write `mysql.execute` for what changes something.");
        }
        return server.query(BoundSql.of(sql)).stream().map(Row::values).toList();
    }

    @Builtin(effect = CHANGES, inverse = false, idempotent = false, doc = """
            Carries out a statement of SQL that changes something. \
            Lifeboat can't take it back: the step needs `undo` or `irreversible`, and `verify` to be retried.""",
            example = "mysql.execute(db2, \"STOP REPLICA SQL_THREAD\")")
    public void execute(Call call, @Doc("The server.") MySqlServer server,
            @Doc("The statement.") @CodeOf("sql") Value.Code sql) {
        server.execute(BoundSql.of(sql));
        call.did(server.name(), "executed `" + sql.text() + "`");
    }
}
