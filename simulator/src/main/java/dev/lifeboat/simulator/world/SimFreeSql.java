package dev.lifeboat.simulator.world;

import dev.lifeboat.builtins.mysql.MySqlServer.FreeSql;
import dev.lifeboat.builtins.mysql.MySqlServer.Parameter;
import dev.lifeboat.builtins.mysql.MySqlServer.Row;
import dev.lifeboat.simulator.model.Server;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The reads of free SQL that the model can answer: literals and parameters, system variables, how many rows a table has. Empty where it can't. */
final class SimFreeSql {
    private static final Pattern SELECT = Pattern.compile("SELECT\\s+(.+?)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern COUNT = Pattern.compile(
            "SELECT\\s+COUNT\\(\\*\\)\\s+FROM\\s+(`[^`]+`|\\w+)\\.(`[^`]+`|\\w+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern SHOW = Pattern.compile("SHOW\\s+(?:GLOBAL\\s+)?VARIABLES\\s+LIKE\\s+'(\\w+)'",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern VARIABLE = Pattern.compile("@@(?:GLOBAL\\.)?(\\w+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    private final Server server;

    SimFreeSql(Server server) {
        this.server = server;
    }

    Optional<List<Row>> answer(FreeSql sql) {
        String statement = sql.statement().strip();
        Matcher count = COUNT.matcher(statement);
        if (count.matches()) {
            return Optional.of(List.of(row(Integer.toString(
                    server.rows().table(name(count.group(1)) + "." + name(count.group(2))).size()))));
        }
        Matcher show = SHOW.matcher(statement);
        if (show.matches()) {
            return variable(show.group(1)).map(value -> List.of(row(show.group(1), shown(value))));
        }
        Matcher select = SELECT.matcher(statement);
        return select.matches() ? selected(select.group(1), sql.parameters()) : Optional.empty();
    }

    private Optional<List<Row>> selected(String list, List<Parameter> parameters) {
        Deque<Parameter> left = new ArrayDeque<>(parameters);
        List<String> values = new ArrayList<>();
        for (String item : list.split(",")) {
            Optional<String> value = value(item.strip(), left);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            values.add(value.get());
        }
        return Optional.of(List.of(row(values.toArray(String[]::new))));
    }

    private Optional<String> value(String item, Deque<Parameter> left) {
        if (item.equals("?")) {
            return Optional.ofNullable(left.poll()).map(Parameter::text);
        }
        Matcher variable = VARIABLE.matcher(item);
        return variable.matches()
                ? variable(variable.group(1))
                : Optional.of(item).filter(text -> NUMBER.matcher(text).matches());
    }

    private Optional<String> variable(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "server_uuid" -> Optional.of(server.identity().uuid());
            case "server_id" -> Optional.of(Long.toString(server.identity().serverId()));
            case "version" -> Optional.of(server.identity().version());
            case "gtid_executed" -> Optional.of(server.executed().toString());
            case "gtid_purged" -> Optional.of(server.purged().toString());
            case "read_only" -> Optional.of(bit(server.variables().readOnly().readOnly()));
            case "super_read_only" -> Optional.of(bit(server.variables().readOnly().superReadOnly()));
            case "offline_mode" -> Optional.of(bit(server.variables().offlineMode()));
            default -> Optional.empty();
        };
    }

    private static String bit(boolean on) {
        return on ? "1" : "0";
    }

    /** {@code SHOW} writes ON and OFF where {@code SELECT} writes 1 and 0. */
    private static String shown(String value) {
        return switch (value) {
            case "1" -> "ON";
            case "0" -> "OFF";
            default -> value;
        };
    }

    static String name(String written) {
        return written.startsWith("`") ? written.substring(1, written.length() - 1) : written;
    }

    private static Row row(String... values) {
        return new Row(Stream.of(values).map(Optional::of).toList());
    }
}
