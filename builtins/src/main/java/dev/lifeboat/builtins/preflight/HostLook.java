package dev.lifeboat.builtins.preflight;

import dev.lifeboat.builtins.host.Host;
import dev.lifeboat.builtins.inventory.Inventory;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Looks whether commands can be run on a host, and whether the programs are there that the inventory's commands begin with. */
record HostLook(Inventory.Host declared) {
    private static final Duration TO_ANSWER = Duration.ofSeconds(3);
    /** A word that the shell takes as it stands, behind settings of its environment and `sudo`. */
    private static final Pattern PROGRAM = Pattern
            .compile(
                    "(?:[A-Za-z_][A-Za-z0-9_]*=[A-Za-z0-9_./:-]*\\s+|sudo\\s+(?:-n\\s+)?)*([A-Za-z0-9_./+-]+)(?:\\s.*)?",
                    Pattern.DOTALL);

    void at(Host host, Notes notes) {
        if (!host.reachable(TO_ANSWER)) {
            notes.found(host.name(), "No command can be run on host `" + host.name() + "`.",
                    "What a step would do there by a command, people will have to do by hand.");
            return;
        }
        List<String> missing = programs().filter(program -> isMissing(host, program)).toList();
        if (missing.isEmpty()) {
            notes.fine("host `" + host.name() + "` takes commands");
        } else {
            notes.found(host.name(), "Host `" + host.name() + "` has no program `" + String.join("`, `", missing)
                    + "`, which commands of the inventory need.",
                    "Install it, or put the command in the inventory right.");
        }
    }

    private static boolean isMissing(Host host, String program) {
        return host.read("command -v '" + program + "'", TO_ANSWER).exit() != 0;
    }

    private Stream<String> programs() {
        Stream<String> power = declared.power().stream().flatMap(switches -> Stream.of(switches.off(), switches.on()));
        Stream<String> services = declared.services().values().stream().flatMap(HostLook::commands);
        return Stream.concat(services, power).map(PROGRAM::matcher).filter(Matcher::matches)
                .map(matcher -> matcher.group(1)).distinct();
    }

    private static Stream<String> commands(Inventory.Service service) {
        Stream<Optional<String>> given = Stream.of(service.start(), service.startFenced(), service.stop(),
                service.kill(),
                service.status(), service.enable(), service.disable(), service.isEnabled());
        return Stream.concat(given.flatMap(Optional::stream), service.unit().map(unit -> "systemctl").stream());
    }
}
