package dev.lifeboat.builtins.steering;

import dev.lifeboat.builtins.host.Host;
import dev.lifeboat.builtins.host.ShellCommand;
import dev.lifeboat.builtins.inventory.Inventory.Action;
import dev.lifeboat.builtins.inventory.Inventory.Address;
import dev.lifeboat.builtins.inventory.ServerPlaceholder;
import dev.lifeboat.builtins.inventory.Switch;
import dev.lifeboat.builtins.inventory.Switch.Question;
import dev.lifeboat.interpreter.builtin.Failure;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Carries out actions of the inventory. */
public final class Steering {
    private static final int SHOWN_LINES = 20;
    private final WebClient web;
    private final Host host;

    /** @param host on which commands run */
    public Steering(WebClient web, Host host) {
        this.web = web;
        this.host = host;
    }

    /** @throws Failure where an HTTP answer is not 2xx, or a command ends with another status than 0 */
    public void act(Action action, Duration limit) {
        action.http().ifPresent(request -> http(request, limit));
        action.command().ifPresent(command -> command(command, limit));
    }

    /** A server that stumbles (5xx) has told nothing of what it did. */
    public void http(String request, Duration limit) {
        WebAnswer answer = web.send(request, limit);
        if (!answer.succeeded()) {
            throw refused(request, answer);
        }
    }

    private static Failure refused(String request, WebAnswer answer) {
        String message = "`" + request + "` was answered with " + answer.told() + ".";
        if (answer.leadsElsewhere()) {
            return Failure.of("`" + request + "` leads elsewhere (status " + answer.status()
                    + "), which is not followed.").hint("Write the address to which it leads.");
        }
        return (answer.stumbled() ? Failure.unknown(message) : Failure.of(message))
                .hint("Look into the log of `" + answer.host() + "`, then retry.");
    }

    public void command(String command, Duration limit) {
        check(command, host.run(command, limit));
    }

    private Host.Output check(String command, Host.Output output) {
        if (output.exit() != 0) {
            throw Failure.of("`" + command + "` ended with status " + output.exit() + " on " + host.name() + ".")
                    .evidence(output.text().lines().limit(SHOWN_LINES).toList())
                    .hint("Try the command of the inventory by hand.");
        }
        return output;
    }

    /** What something answers that only tells. */
    public String ask(Action action, Duration limit) {
        return action.http().map(request -> answer(request, limit))
                .orElseGet(() -> action.command()
                        .map(command -> check(command, host.read(command, limit)).text().strip()).orElse(""));
    }

    private String answer(String request, Duration limit) {
        WebAnswer answer = web.send(request, limit);
        if (!answer.succeeded()) {
            throw refused(request, answer);
        }
        return answer.body();
    }

    /** What speaks against something that should work; empty where it works. */
    public Optional<String> problem(Action action, Duration limit) {
        try {
            ask(action, limit);
            return Optional.empty();
        } catch (Failure failure) {
            return Optional.of(failure.getMessage());
        }
    }

    /** @throws Failure where the answer is neither that of on nor that of off */
    public Setting setting(Switch asked, Duration limit) {
        return asked.state().map(question -> setting(question, limit)).orElse(Setting.UNKNOWN);
    }

    private Setting setting(Question question, Duration limit) {
        String answer = ask(question.action(), limit);
        if (same(answer, question.on())) {
            return Setting.ON;
        }
        if (same(answer, question.off())) {
            return Setting.OFF;
        }
        String shown = answer.length() > 200 ? answer.substring(0, 200) + "…" : answer;
        throw Failure
                .of("`" + name(question.action()) + "` answered `" + shown + "`, which is neither `" + question.on()
                        + "` (on) nor `" + question.off() + "` (off).")
                .hint("Write what it answers as `on:` and `off:` beside it in the inventory.");
    }

    private static boolean same(String answer, String expected) {
        return answer.replaceAll("\\s", "").equals(expected.replaceAll("\\s", ""));
    }

    /** As it stands in the inventory. */
    public static String name(Action action) {
        return action.http().or(action::command).orElse("nothing");
    }

    /** The action about one server. */
    public static Action about(Action action, String server, Address address) {
        return new Action(
                action.http().map(text -> ServerPlaceholder.fill(text, server, address,
                        value -> URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20"))),
                action.command().map(text -> ServerPlaceholder.fill(text, server, address, ShellCommand::quote)));
    }

    public void actAll(List<Action> actions, Duration limit) {
        actions.forEach(action -> act(action, limit));
    }
}
