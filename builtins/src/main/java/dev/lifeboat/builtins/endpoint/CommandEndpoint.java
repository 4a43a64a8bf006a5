package dev.lifeboat.builtins.endpoint;

import dev.lifeboat.builtins.host.Host;
import dev.lifeboat.builtins.host.Host.Output;
import dev.lifeboat.builtins.host.ShellCommand;
import dev.lifeboat.builtins.inventory.EndpointPlan;
import dev.lifeboat.builtins.mysql.jdbc.JdbcLogin;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.value.Texts;
import dev.lifeboat.interpreter.world.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A way of the inventory's own, which its commands steer: a script, a tool of a cloud, a key in a store. What they print is looked at before it is believed. */
public final class CommandEndpoint implements Endpoint {
    private static final Duration TO_ANSWER = Duration.ofSeconds(20);
    private static final Duration TO_ACT = Duration.ofMinutes(2);
    private static final int MOST_EVIDENCE = 20;
    private static final int SHOWN = 60;
    private final String name;
    private final EndpointPlan.Command plan;
    private final Host host;
    private final ServerNames names;
    private final JdbcLogin application;
    private final Clock clock;

    public CommandEndpoint(String name, EndpointPlan.Command plan, Host host, ServerNames names, JdbcLogin application,
            Clock clock) {
        this.name = name;
        this.plan = plan;
        this.host = host;
        this.names = names;
        this.application = application;
        this.clock = clock;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<String> targets() {
        Output output = host.read(plan.target(), TO_ANSWER);
        if (output.exit() != 0) {
            throw Failure.of("Endpoint `" + name + "`: `target` ended with status " + output.exit() + ": `"
                    + plan.target() + "` on " + host.name() + ".").evidence(evidence(output))
                    .hint("Try the command of the inventory by hand.");
        }
        return Stream.of(output.text().split("\\s+")).filter(word -> !word.isEmpty()).map(this::server).toList();
    }

    private String server(String printed) {
        return names.here(printed).orElseThrow(() -> Failure
                .of("Endpoint `" + name + "`: `target` printed `" + shown(printed)
                        + "`, which is no server of the inventory.")
                .hint("Let it print names of servers and nothing else; names that differ stand under `servers:` of the endpoint."));
    }

    private static String shown(String printed) {
        String visible = printed.replaceAll("[^\\p{Graph}]", "?");
        return visible.length() > SHOWN ? visible.substring(0, SHOWN) + "…" : visible;
    }

    @Override
    public PathProbe probeWrite(Duration limit) {
        return PathWriter.write(application, limit, clock);
    }

    @Override
    public void switchTo(String server) {
        String line = filled(plan.switchTo(), server);
        if (!targets().equals(List.of(server))) {
            tell("switch", line, List.of(server));
        }
    }

    @Override
    public void remove(String server) {
        String line = filled(command("remove", plan.remove()), server);
        List<String> before = targets();
        if (before.contains(server)) {
            tell("remove", line, before.stream().filter(target -> !target.equals(server)).toList());
        }
    }

    @Override
    public void drain() {
        tell("drain", command("drain", plan.drain()), List.of());
    }

    @Override
    public void restore(List<String> targets) {
        targets.forEach(target -> names.there(name, target));
        if (targets.size() == 1) {
            switchTo(targets.getFirst());
        } else if (targets.isEmpty()) {
            targets().forEach(this::remove);
        } else {
            throw Failure.of("Endpoint `" + name + "`: its commands lead to one server at a time, and not to "
                    + Texts.list(targets) + ".").hint("Set it by hand, if that is wanted.");
        }
    }

    private String command(String what, Optional<String> command) {
        return command.orElseThrow(() -> Failure
                .of("Endpoint `" + name + "`: the inventory does not say how to " + what + " there.")
                .hint("Add `" + what + ": …` to the endpoint."));
    }

    private String filled(String command, String server) {
        return command.replace(EndpointPlan.SERVER, ShellCommand.quote(names.there(name, server)));
    }

    /** A command may fail when its work is done, and end well without any: where it leads afterwards is what counts. */
    private void tell(String what, String line, List<String> wanted) {
        List<String> before = targets();
        Output output = run(what, line);
        List<String> after = ReadBack.of(this);
        if (output.exit() != 0 && after.equals(before)) {
            throw Failure.of(ended(what, line, output) + ", and nothing has changed.").evidence(evidence(output))
                    .hint("Try the command of the inventory by hand.");
        }
        if (!Set.copyOf(after).equals(Set.copyOf(wanted))) {
            throw Failure.unknown(ended(what, line, output) + ", and it leads to " + Texts.list(after) + " instead of "
                    + Texts.list(wanted) + ".").evidence(evidence(output))
                    .hint("Look where it leads, and try the command of the inventory by hand.");
        }
    }

    private Output run(String what, String line) {
        try {
            return host.run(line, TO_ACT);
        } catch (Failure failure) {
            String message = "Endpoint `" + name + "`: `" + what + "`: " + failure.getMessage();
            throw failure.outcome() == Failure.Outcome.UNKNOWN
                    ? Failure.unknown(message).evidence(failure.evidence())
                            .hint("Look where it leads, and try the command of the inventory by hand.")
                    : Failure.of(message).evidence(failure.evidence()).hint(failure.hint());
        }
    }

    private String ended(String what, String line, Output output) {
        return "Endpoint `" + name + "`: `" + what + "` ended with status " + output.exit() + ": `" + line + "` on "
                + host.name();
    }

    private static List<String> evidence(Output output) {
        return output.text().lines().filter(line -> !line.isBlank()).limit(MOST_EVIDENCE).toList();
    }
}
