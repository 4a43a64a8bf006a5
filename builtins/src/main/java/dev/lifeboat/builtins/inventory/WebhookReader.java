package dev.lifeboat.builtins.inventory;

import dev.lifeboat.builtins.inventory.ChannelPlan.Body;
import dev.lifeboat.builtins.inventory.ChannelPlan.Content;
import dev.lifeboat.builtins.yaml.YamlMap;
import dev.lifeboat.builtins.yaml.YamlValue;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/** Reads what a webhook is sent. Where a text may stand, {@code {secret: {env: NAME}}} may too; what looks like a secret may not. */
final class WebhookReader {
    private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");
    private static final Pattern SECRET_NAME = Pattern.compile(
            "(?i).*(authorization|password|secret|token|credential|cookie|(api|auth|routing|integration|access|service)[_-]?key).*");
    private static final Content NOTHING = new Content.Text("");
    private static final String AS_JSON = "{\"subject\": \"${subject}\", \"body\": \"${body}\"}";

    private enum Method {
        POST, PUT
    }

    private WebhookReader() {}

    static ChannelPlan webhook(YamlMap map) {
        Content url = map.need("url", "write `https://…`, or `{secret: {env: NAME}}` where it is a secret")
                .map(WebhookReader::url).orElse(NOTHING);
        Method method = map.find("method").map(WebhookReader::method).orElse(Method.POST);
        SequencedMap<String, Content> headers = map.eachValue("headers", "header", WebhookReader::header);
        return new ChannelPlan.Webhook(url, method.name(), headers, body(map), map.text("ca"));
    }

    private static Method method(YamlValue value) {
        String text = value.text();
        if (text.equals("PUT")) {
            return Method.PUT;
        }
        if (!text.equals("POST")) {
            value.unexpected(text, "`POST` or `PUT`");
        }
        return Method.POST;
    }

    private static Content url(YamlValue value) {
        Content url = secret(value).orElseGet(() -> new Content.Text(value.text()));
        if (url instanceof Content.Text(String text) && value.isText()) {
            address(text, value);
        }
        return url;
    }

    private static void address(String text, YamlValue value) {
        if (text.matches("[a-z]+://[^/]*@.*")) {
            value.secret("An account may not stand in a URL: send it as a header, `Authorization: {secret: …}`.");
        } else if (!isSafe(text)) {
            value.unexpected(text, "an address `https://…` (`http://` to this machine alone)");
        }
    }

    /** Nobody can read along. */
    private static boolean isSafe(String text) {
        try {
            URI uri = URI.create(text);
            return uri.getHost() != null
                    && ("https".equals(uri.getScheme())
                            || "http".equals(uri.getScheme()) && ThisMachine.is(uri.getHost()));
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }

    static Content header(String name, YamlValue value) {
        if (!HEADER.matcher(name).matches()) {
            value.wrong("`" + name + "` can't be the name of a header.");
        }
        return secret(value).orElseGet(() -> new Content.Text(open(name, value)));
    }

    private static Body body(YamlMap map) {
        if (map.names().contains("form")) {
            return new Body.Form(map.eachValue("form", "field",
                    (name, value) -> secret(value).orElseGet(() -> new Content.Text(written(name, value)))));
        }
        return new Body.Json(map.need("body", "write its fields, such as `" + AS_JSON + "`, or `form:`")
                .map(value -> content("", value)).orElse(NOTHING));
    }

    private static Content content(String name, YamlValue value) {
        Optional<Content> secret = secret(value);
        if (secret.isPresent()) {
            return secret.get();
        }
        if (value.isMap()) {
            return fields(value.map());
        }
        if (value.isList()) {
            return new Content.Items(value.list().stream().map(item -> content(name, item)).toList());
        }
        return value.isPlain() && !SECRET_NAME.matcher(name).matches()
                ? new Content.Plain(value.text())
                : new Content.Text(written(name, value));
    }

    private static Content fields(YamlMap map) {
        SequencedMap<String, Content> fields = new LinkedHashMap<>();
        map.names().forEach(name -> map.find(name).ifPresent(value -> fields.put(name, content(name, value))));
        return new Content.Fields(fields);
    }

    private static String written(String name, YamlValue value) {
        String text = open(name, value);
        return text.isEmpty() ? text : ChannelReader.template(value);
    }

    /** A text that is no secret by its name. */
    private static String open(String name, YamlValue value) {
        if (SECRET_NAME.matcher(name).matches() && value.isText()) {
            value.secret("`" + name + "` may not stand in an inventory: write `{secret: {env: NAME}}` or "
                    + "`{secret: {file: path}}`, and change this one.");
            return "";
        }
        return value.text();
    }

    private static Optional<Content> secret(YamlValue value) {
        if (!value.isMap() || !value.map().names().equals(List.of("secret"))) {
            return Optional.empty();
        }
        return value.map().find("secret").map(source -> new Content.Secret(SecretReader.source(source, "secret")));
    }
}
