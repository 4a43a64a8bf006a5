package dev.lifeboat.builtins.comms;

import dev.lifeboat.builtins.inventory.ChannelPlan.Body;
import dev.lifeboat.builtins.inventory.ChannelPlan.Content;
import dev.lifeboat.builtins.inventory.Placeholder;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a webhook is sent for one message: placeholders replaced, secrets fetched. Remembers which secrets that were. */
final class FilledContent {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private final Dispatch dispatch;
    private final KnownSecrets secrets;
    private final Set<String> used = new LinkedHashSet<>();

    FilledContent(Dispatch dispatch, KnownSecrets secrets) {
        this.dispatch = dispatch;
        this.secrets = secrets;
    }

    Set<String> used() {
        return used;
    }

    String type(Body body) {
        return switch (body) {
            case Body.Json json -> "application/json; charset=utf-8";
            case Body.Form form -> "application/x-www-form-urlencoded";
        };
    }

    String body(Body body) {
        return switch (body) {
            case Body.Json json -> JSON.writeValueAsString(node(json.content()));
            case Body.Form form -> form(form.fields());
        };
    }

    /** A header or an address: no message goes into one. */
    String asWritten(Content content) {
        return content instanceof Content.Text(String text) ? text : text(content);
    }

    private String form(SequencedMap<String, Content> fields) {
        return fields.entrySet().stream().map(field -> encoded(field.getKey()) + "=" + encoded(text(field.getValue())))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private String text(Content content) {
        JsonNode node = node(content);
        return node.isValueNode() ? node.asString() : node.toString();
    }

    private JsonNode node(Content content) {
        return switch (content) {
            case Content.Text(String text) -> NODES.stringNode(Placeholder.fill(text, dispatch::value));
            case Content.Secret secret -> NODES.stringNode(secret(secret));
            case Content.Plain(String text) -> plain(text);
            case Content.Items items -> items(items);
            case Content.Fields fields -> fields(fields);
        };
    }

    private String secret(Content.Secret secret) {
        String text = secrets.fetch(secret.source());
        used.add(text);
        return text;
    }

    private static JsonNode plain(String text) {
        if (text.equals("true") || text.equals("false")) {
            return NODES.booleanNode(Boolean.parseBoolean(text));
        }
        try {
            return NODES.numberNode(new BigDecimal(text));
        } catch (NumberFormatException notFinite) {
            return NODES.stringNode(text);
        }
    }

    private ArrayNode items(Content.Items items) {
        ArrayNode array = NODES.arrayNode();
        items.items().forEach(item -> array.add(node(item)));
        return array;
    }

    private ObjectNode fields(Content.Fields fields) {
        ObjectNode object = NODES.objectNode();
        fields.fields().forEach((name, value) -> object.set(name, node(value)));
        return object;
    }
}
