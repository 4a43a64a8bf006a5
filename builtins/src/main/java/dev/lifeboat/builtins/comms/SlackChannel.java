package dev.lifeboat.builtins.comms;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;

/** An incoming webhook of Slack, or of what takes the same JSON. */
public final class SlackChannel implements Channel {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final Supplier<String> webhook;
    private final Optional<String> room;
    private final HttpDelivery http;

    /** @param webhook its address, which is a secret */
    public SlackChannel(Supplier<String> webhook, Optional<String> room, HttpDelivery http) {
        this.webhook = webhook;
        this.room = room;
        this.http = http;
    }

    @Override
    public void send(Dispatch dispatch) {
        Map<String, String> message = new LinkedHashMap<>();
        room.ifPresent(name -> message.put("channel", name));
        message.put("text", text(dispatch));
        String url = webhook.get();
        http.send(new HttpDelivery.Request(url, "POST", Map.of("Content-Type", "application/json; charset=utf-8"),
                JSON.writeValueAsString(message), Secrecy.of(url)));
    }

    private static String text(Dispatch dispatch) {
        String title = dispatch.subject().isEmpty() ? "" : "*" + escaped(dispatch.subject()) + "*\n";
        return mention(dispatch) + title + escaped(dispatch.body());
    }

    /** Who is meant, so that Slack tells them: {@code <@U012AB3CD>} with a member's id as the address. */
    private static String mention(Dispatch dispatch) {
        return dispatch.address().isEmpty() ? "" : "<@" + escaped(dispatch.address()) + "> ";
    }

    /** What Slack takes for its own markup; nothing else needs to be. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    @Override
    public Optional<String> problem() {
        return http.problem(webhook);
    }
}
