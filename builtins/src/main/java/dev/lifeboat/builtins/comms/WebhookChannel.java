package dev.lifeboat.builtins.comms;

import dev.lifeboat.builtins.inventory.ChannelPlan;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A webhook as the inventory describes it: services that page or send text messages are reached by one. */
public final class WebhookChannel implements Channel {
    private final ChannelPlan.Webhook plan;
    private final KnownSecrets secrets;
    private final HttpDelivery http;

    WebhookChannel(ChannelPlan.Webhook plan, KnownSecrets secrets, HttpDelivery http) {
        this.plan = plan;
        this.secrets = secrets;
        this.http = http;
    }

    @Override
    public void send(Dispatch dispatch) {
        FilledContent filled = new FilledContent(dispatch, secrets);
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.put("Content-Type", filled.type(plan.body()));
        plan.headers().forEach((name, value) -> headers.put(name, filled.asWritten(value)));
        String body = filled.body(plan.body());
        String url = filled.asWritten(plan.url());
        http.send(new HttpDelivery.Request(url, plan.method(), headers, body, Secrecy.of(filled.used())));
    }

    @Override
    public Optional<String> problem() {
        FilledContent filled = new FilledContent(new Dispatch("", "", "", ""), secrets);
        return http.problem(() -> {
            plan.headers().values().forEach(filled::asWritten);
            filled.body(plan.body());
            return filled.asWritten(plan.url());
        });
    }
}
