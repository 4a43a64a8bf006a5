package dev.lifeboat.builtins.endpoint;

import dev.lifeboat.interpreter.builtin.Failure;
import java.util.Arrays;
import java.util.List;

/**
 * A line of {@code show servers state}.
 *
 * @param ready not in maintenance and not draining, whatever its health check says
 */
record HaProxyServer(String name, boolean ready) {
    /** {@code srv_admin_state} (management guide): all but 0x04, which only remembers that the configuration says `disabled`. */
    private static final int MAINTENANCE_OR_DRAIN = 0x3b;

    /** The first line is the format's version, the second names the columns. */
    static List<HaProxyServer> parse(String endpoint, String backend, String text) {
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        if (lines.size() < 2 || !lines.get(1).startsWith("#")) {
            throw Failure.of("Endpoint `" + endpoint + "`: HAProxy has no backend `" + backend + "`: " + text)
                    .hint("Compare `backend:` in the inventory with HAProxy's configuration.");
        }
        List<String> columns = Arrays.asList(lines.get(1).substring(1).strip().split("\\s+"));
        int name = columns.indexOf("srv_name");
        int state = columns.indexOf("srv_admin_state");
        return lines.stream().skip(2).map(line -> line.split("\\s+"))
                .map(fields -> new HaProxyServer(fields[name],
                        (Integer.parseInt(fields[state]) & MAINTENANCE_OR_DRAIN) == 0))
                .toList();
    }
}
