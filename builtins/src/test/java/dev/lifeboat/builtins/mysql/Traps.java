package dev.lifeboat.builtins.mysql;

import static dev.lifeboat.builtins.mysql.LabWords.field;
import static dev.lifeboat.builtins.mysql.LabWords.server;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lifeboat.builtins.lab.Await;
import dev.lifeboat.builtins.lab.LabServer;
import dev.lifeboat.builtins.lab.MySqlDistribution;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * Three real servers on which tests set the traps that MySQL has for those who fail over: one lab for all of these tests, made anew before each. The option file
 * of {@code db1}, the primary, says nothing of {@code super_read_only}, those of the replicas say ON; {@code db2} misses its source after 4 seconds, {@code db3}
 * after the 60 that are the default.
 */
public final class Traps implements BeforeEachCallback {
    private static final Duration SOON = Duration.ofSeconds(20);
    public static final int NO_ANSWER = -1;
    private LabServers servers;

    @Override
    public void beforeEach(ExtensionContext context) throws Exception {
        servers = context.getRoot().getStore(Namespace.create(Traps.class))
                .computeIfAbsent("servers", key -> started(), LabServers.class).anew();
    }

    private static LabServers started() {
        try {
            return LabServers.start(MySqlDistribution.find());
        } catch (SQLException | IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    public LabServers given() {
        return servers;
    }

    public LabServer db1() {
        return servers.lab().server("db1");
    }

    public LabServer db2() {
        return servers.lab().server("db2");
    }

    public LabServer db3() {
        return servers.lab().server("db3");
    }

    /** The words as a run has them. @param policies such as {@code , promote: last}, by server */
    public LabWords words(Map<String, String> policies) {
        try {
            Path folder = servers.lab().folder();
            Files.writeString(folder.resolve("orders.txt"), "db1 " + db1().address() + "\n");
            return new LabWords(servers.lab(), folder, policies);
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Where nothing else is said, {@code db2} is to win. */
    public LabWords words() {
        return words(Map.of("db3", ", promote: last"));
    }

    public static void insert(LabServer server, int first, int last) throws SQLException {
        try (var connection = server.connect(); var statement = connection.createStatement()) {
            for (int id = first; id <= last; id++) {
                statement.execute("INSERT INTO shop.orders (id, note) VALUES (" + id + ", 'x')");
            }
        }
    }

    /** Of those that {@link #insert} gave to anybody. */
    public static int rows(LabServer server) throws SQLException {
        return Integer.parseInt(server.value("SELECT COUNT(*) FROM shop.orders WHERE id > 100"));
    }

    /** What a careless script does on a replica. */
    public static void behindItsBack(LabServer replica, String... statements) throws SQLException {
        replica.execute("SET GLOBAL super_read_only = OFF");
        replica.execute(statements);
        replica.execute("SET GLOBAL super_read_only = ON");
    }

    /** What MySQL itself says of a replica that is well. */
    public static void awaitGreen(LabServer replica) {
        Await.until(replica + " says Yes, Yes and 0", SOON, () -> isGreen(replica));
    }

    public static boolean isGreen(LabServer replica) throws SQLException {
        Map<String, String> status = replica.replica().status();
        return "Yes".equals(status.get("Replica_IO_Running")) && "Yes".equals(status.get("Replica_SQL_Running"))
                && "0".equals(status.get("Seconds_Behind_Source"));
    }

    public static String word(Value record, String field) {
        return ((Value.Word) field(record, field)).word();
    }

    /** Up to the election; the primary is dead. @return what was elected */
    public static Value elect(LabWords words) {
        Value verdict = words.call("mysql.diagnose", words.cluster);
        assertThat(word(verdict, "state")).as("%s", verdict).isEqualTo("DEAD");
        words.call("mysql.fence", server("db1"));
        words.call("mysql.freeze_receivers", words.cluster);
        words.call("mysql.drain_relay_logs", words.cluster);
        return words.call("mysql.elect", words.cluster);
    }

    /** {@code db2} takes over from {@code db1}, which is dead. */
    public static void failOver(LabWords words) {
        assertThat(field(elect(words), "winner")).as("%s", words.done()).isEqualTo(server("db2"));
        words.call("mysql.promote", server("db2"));
    }

    public static AbstractStringAssert<?> assertRefused(LabWords words, String word, Value... arguments) {
        Failure failure = catchThrowableOfType(Failure.class, () -> words.call(word, arguments));
        assertThat(failure).as("%s%s should refuse; done: %s", word, Arrays.asList(arguments), words.done())
                .isNotNull();
        assertThat(failure.outcome()).isEqualTo(Failure.Outcome.NOT_DONE);
        return assertThat(failure.getMessage());
    }

    /** MySQL's error of the statement that failed, 0 where none did, -1 where no answer came. */
    public static int error(LabServer server, String... statements) {
        try {
            server.execute(statements);
            return 0;
        } catch (SQLException refused) {
            return refused.getErrorCode() == 0 ? NO_ANSWER : refused.getErrorCode();
        }
    }

    public static List<Value> list(Value record, String field) {
        return ((Value.Listing) field(record, field)).items();
    }
}
