package dev.lifeboat.builtins.inventory;

import dev.lifeboat.builtins.inventory.ChannelPlan.Content;
import dev.lifeboat.builtins.inventory.Inventory.Action;
import dev.lifeboat.builtins.inventory.Switch.Question;
import dev.lifeboat.builtins.yaml.YamlMap;
import dev.lifeboat.builtins.yaml.YamlValue;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what is done by HTTP requests and commands, of one section of the inventory. */
final class SteeringReader {
    private static final Pattern REQUEST = Pattern.compile("(GET|HEAD|POST|PUT|PATCH|DELETE)\\s+(\\S+)");
    private static final String EXPECTED = "a method and an address, such as `PUT https://shop.example.net/admin/read-only`, "
            + "or `PUT /admin/read-only` where `url` says of which server";
    private final WebAccess web;

    private SteeringReader(WebAccess web) {
        this.web = web;
    }

    static SteeringReader of(WebAccess web) {
        return new SteeringReader(web);
    }

    /** The keys {@code headers}, {@code ca}, and the one that holds the address. */
    static WebAccess web(YamlMap map, String urlKey) {
        Optional<YamlValue> url = map.find(urlKey);
        SequencedMap<String, Content> headers = map.eachValue("headers", "header", WebhookReader::header);
        WebAccess web = new WebAccess(url.map(YamlValue::text).filter(text -> isAddress(text)), headers,
                map.text("ca"));
        url.ifPresent(value -> checkUrl(value, web));
        if (url.isEmpty() && !headers.isEmpty()) {
            map.wrong("Expected `" + urlKey + "` beside `headers`: they are sent to that server alone.");
        }
        return web;
    }

    private static void checkUrl(YamlValue value, WebAccess web) {
        String text = value.text();
        if (text.matches("[a-z]+://[^/]*@.*")) {
            value.secret("An account may not stand in a URL: send it as a header, `Authorization: {secret: …}`.");
        } else if (!isAddress(text)) {
            value.unexpected(text, "an address `https://…` or `http://…`");
        } else if (web.holdsSecrets() && !isPrivate(URI.create(text))) {
            value.wrong("A secret is sent over `https` only, or to this machine: others could read along.");
        }
    }

    private static boolean isAddress(String text) {
        try {
            URI uri = URI.create(text);
            return uri.getHost() != null && uri.getUserInfo() == null
                    && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }

    private static boolean isPrivate(URI uri) {
        return "https".equals(uri.getScheme()) || ThisMachine.is(uri.getHost());
    }

    /** Keys {@code on}, {@code off} and {@code state}. */
    Switch onOff(YamlMap map, String key) {
        return map.find(key).map(YamlValue::map).map(two -> {
            Switch read = new Switch(needed(two, "on"), needed(two, "off"), question(two, "state"));
            two.reportUnknownKeys();
            return read;
        }).orElse(Switch.NONE);
    }

    List<Action> needed(YamlMap map, String key) {
        return map.need(key, "write `{http: PUT https://…}` or `{command: …}`").map(this::actions).orElse(List.of());
    }

    Optional<Question> question(YamlMap map, String key) {
        return map.find(key).map(value -> {
            YamlMap asked = value.map();
            Question question = new Question(action(value, asked, List.of()), asked.text("on").orElse("on"),
                    asked.text("off").orElse("off"));
            if (question.on().equals(question.off())) {
                value.wrong("Both answers are `" + question.on() + "`: nobody could tell on from off.");
            }
            asked.reportUnknownKeys();
            return question;
        });
    }

    List<Action> actions(YamlMap map, String key) {
        return map.find(key).map(this::actions).orElse(List.of());
    }

    private List<Action> actions(YamlValue value) {
        return value.list().stream().map(item -> action(item, List.of())).toList();
    }

    /** Those of which some leave open which server they are about. */
    List<Action> withServer(YamlMap map, String key) {
        List<Action> actions = map.find(key).map(value -> value.list().stream()
                .map(item -> action(item, ServerPlaceholder.words())).toList()).orElse(List.of());
        if (!actions.isEmpty() && actions.stream().allMatch(action -> placeholders(action).isEmpty())) {
            map.wrong("Expected `${server}`, `${address}` or `${host}` in `" + key
                    + "`: otherwise it does the same whichever server is meant.");
        }
        return actions;
    }

    private static List<String> placeholders(Action action) {
        return Placeholder.in(action.http().or(action::command).orElse(""));
    }

    Optional<Action> one(YamlMap map, String key) {
        return map.find(key).map(value -> action(value, List.of()));
    }

    private Action action(YamlValue value, List<String> known) {
        YamlMap map = value.map();
        Action action = action(value, map, known);
        map.reportUnknownKeys();
        return action;
    }

    private Action action(YamlValue value, YamlMap map, List<String> known) {
        Action action = new Action(map.text("http"), map.text("command"));
        if (action.http().isPresent() == action.command().isPresent()) {
            value.wrong("Expected either `http: PUT https://…` or `command: …`.");
        }
        map.find("http").filter(YamlValue::isText).ifPresent(http -> checkRequest(http, known));
        map.find("command").filter(YamlValue::isText).ifPresent(command -> checkPlaceholders(command, known));
        return action;
    }

    private void checkRequest(YamlValue value, List<String> known) {
        checkPlaceholders(value, known);
        Matcher request = REQUEST.matcher(value.text());
        if (!request.matches() || !canBeSent(request.group(2).replaceAll("\\$\\{[^}]*}", "1"))) {
            value.unexpected(value.text(), EXPECTED);
        }
    }

    private boolean canBeSent(String address) {
        return address.startsWith("/")
                ? web.url().isPresent() && isAddress(web.url().get() + address)
                : isAddress(address);
    }

    private static void checkPlaceholders(YamlValue value, List<String> known) {
        if (!known.isEmpty()) {
            Placeholder.in(value.text()).stream().filter(word -> !known.contains(word))
                    .forEach(word -> value.unknown("placeholder", word, known));
        }
    }
}
