package dev.lifeboat.simulator.world;

import dev.lifeboat.builtins.backup.Loader;
import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.simulator.model.Line;
import dev.lifeboat.simulator.model.Server;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Executes a dump of the model, as the client {@code mysql} does: line by line, until one fails. It claims the dump's transactions before the first row is there, as that does. */
final class SimLoader implements Loader {
    private static final int READ_ONLY = 1290;
    private static final int NO_DATABASE = 1046;
    private static final Pattern PURGED = Pattern.compile("SET @@GLOBAL\\.GTID_PURGED=.*'([^'+]*)';");
    private static final Pattern USE = Pattern.compile("USE `(.+)`;");
    private static final Pattern INSERT = Pattern.compile("INSERT INTO `(.+?)` VALUES (.*);");
    private static final Pattern ROW = Pattern.compile("\\((-?\\d+),'((?:[^'\\\\]|\\\\.)*)'\\),?");
    private final SimWorld world;
    private final Server server;
    private final SimSession session;
    private String schema = "";

    SimLoader(SimWorld world, Server server, SimSession session) {
        this.world = world;
        this.server = server;
        this.session = session;
    }

    @Override
    public void load(InputStream sql) {
        session.observe("load a dump", () -> null);
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(sql, StandardCharsets.UTF_8))) {
            long number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                spend(line);
                execute(line, ++number);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void spend(String line) {
        if (!world.spending().spend(Rate.LOAD.takes((line.length() + 1) * world.weight()))) {
            throw Failure.unknown("The time was up before all of the dump was loaded into `" + server.name() + "`.");
        }
        if (session.line() != Line.OPEN) {
            throw Failure.unknown("`" + server.name() + "` was lost while the dump was loaded: mysql ended with status "
                    + "1, error 2013, Lost connection to MySQL server during query.");
        }
    }

    private void execute(String line, long number) {
        Matcher purged = PURGED.matcher(line);
        Matcher use = USE.matcher(line);
        Matcher insert = INSERT.matcher(line);
        if (purged.matches()) {
            change(number, () -> server.stored().claim(GtidSet.parse(purged.group(1))));
        } else if (use.matches()) {
            schema = use.group(1);
        } else if (insert.matches()) {
            change(number, () -> rows(insert.group(1), insert.group(2)));
        }
    }

    private void change(long number, java.util.function.IntSupplier change) {
        int error = world.model().change(() -> server.variables().superReadOnly() ? READ_ONLY : change.getAsInt());
        if (error != 0) {
            throw Failure.of("Line " + number + " of the dump could not be executed on `" + server.name() + "`: error "
                    + error + ".").hint("What stands before that line was executed.");
        }
    }

    private int rows(String table, String values) {
        if (schema.isEmpty()) {
            return NO_DATABASE;
        }
        Matcher row = ROW.matcher(values);
        while (row.find()) {
            server.rows().put(schema + "." + table, Long.parseLong(row.group(1)), unescaped(row.group(2)));
        }
        return 0;
    }

    private static String unescaped(String text) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char next = text.charAt(i);
            if (next == '\\') {
                next = text.charAt(++i);
                next = next == 'n' ? '\n' : next;
            }
            plain.append(next);
        }
        return plain.toString();
    }
}
