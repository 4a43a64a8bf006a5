package dev.lifeboat.builtins.preflight;

import dev.lifeboat.builtins.host.Host;
import dev.lifeboat.builtins.host.ShellCommand;
import dev.lifeboat.builtins.host.Systemd;
import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.interpreter.builtin.Failure;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks whether commands can be run on a host, whether the programs are there that the inventory's commands begin with, and whether the account may do what they do. */
record HostLook(Inventory.Host declared) {
    private static final Duration TO_ANSWER = Duration.ofSeconds(3);
    /** A word that the shell takes as it stands, behind settings of its environment and `sudo`. */
    private static final Pattern PROGRAM = Pattern
            .compile(
                    "(?:[A-Za-z_][A-Za-z0-9_]*=[A-Za-z0-9_./:-]*\\s+|sudo\\s+(?:-n\\s+)?)*([A-Za-z0-9_./+-]+)(?:\\s.*)?",
                    Pattern.DOTALL);

    void at(Host host, Notes notes) {
        try {
            look(host, notes);
        } catch (Failure outOfReach) {
            notes.found(host.name(), "No command can be run on host `" + host.name() + "`. " + outOfReach.getMessage(),
                    "What a step would do there by a command, people will have to do by hand. " + outOfReach.hint());
        }
    }

    private void look(Host host, Notes notes) {
        List<String> missing = missing(host);
        if (missing.isEmpty()) {
            notes.fine("host `" + host.name() + "` takes commands");
        } else {
            notes.found(host.name(), "Host `" + host.name() + "` has no program `" + String.join("`, `", missing)
                    + "`, which commands of the inventory need.",
                    "Install it, or put the command in the inventory right.");
        }
        List<String> forbidden = forbidden(host);
        if (!forbidden.isEmpty()) {
            notes.found(host.name(), "The account on host `" + host.name() + "` may not run `"
                    + String.join("`, `", forbidden) + "` by `sudo` without a password.",
                    "Allow just that in `sudoers`: docs/hosts.md has the lines.");
        }
    }

    /** One command for all of them: each way there takes time. */
    private List<String> missing(Host host) {
        return host.read("for program in : " + programs().collect(Collectors.joining(" "))
                + "; do command -v \"$program\" >/dev/null || echo \"$program\"; done", TO_ANSWER).text().lines()
                .toList();
    }

    /** What systemd is told is told by root. */
    private List<String> forbidden(Host host) {
        String commands = declared.services().values().stream().flatMap(service -> service.unit().stream())
                .flatMap(unit -> new Systemd(unit).asRoot().stream())
                .map(ShellCommand::quote).collect(Collectors.joining(" "));
        return commands.isEmpty()
                ? List.of()
                : host.read("[ \"$(id -u)\" = 0 ] || for command in " + commands
                        + "; do sudo -n -l $command >/dev/null 2>&1 || echo \"$command\"; done", TO_ANSWER)
                        .text().lines().toList();
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
