package dev.lifeboat.builtins.mysql.catalog;

import dev.lifeboat.builtins.host.Host;
import dev.lifeboat.builtins.host.Host.Output;
import dev.lifeboat.builtins.mysql.readiness.Examined.Boot;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads on a host what the option files of its server say of {@code super_read_only}: the last line counts. */
record OptionFile(Host host, List<String> files) {
    private static final Duration TO_ANSWER = Duration.ofSeconds(10);
    private static final int NO_LINE = 1;

    Boot boot() {
        if (files.isEmpty()) {
            return new Boot(Optional.empty(), "MySQL does not tell with which option file it was started");
        }
        if (!host.reachable(TO_ANSWER)) {
            return new Boot(Optional.empty(), "its host `" + host.name() + "` can't be reached");
        }
        Output output = host.read(command(), TO_ANSWER);
        return switch (output.exit()) {
            case 0 -> new Boot(Optional.of(on(output.text().strip())), "");
            case NO_LINE -> new Boot(Optional.of(false), "");
            default -> new Boot(Optional.empty(), "its option file can't be read on host `" + host.name() + "`: "
                    + output.text().strip());
        };
    }

    private String command() {
        return "grep -Eih '^[[:space:]]*(loose[-_])?super[-_]read[-_]only' "
                + files.stream().map(file -> "'" + file.replace("'", "'\\''") + "'").collect(Collectors.joining(" "));
    }

    /** An option without a value is on. */
    private static boolean on(String lines) {
        String last = lines.substring(lines.lastIndexOf('\n') + 1);
        String value = last.contains("=") ? last.substring(last.indexOf('=') + 1).strip() : "ON";
        return List.of("ON", "1", "TRUE").contains(value.replace("\"", "").toUpperCase(Locale.ROOT));
    }
}
