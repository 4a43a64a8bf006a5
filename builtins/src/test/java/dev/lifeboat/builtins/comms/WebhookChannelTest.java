package dev.lifeboat.builtins.comms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class WebhookChannelTest extends WebContract {

    @Override
    Channel to(String url, Optional<Path> ca) {
        String trust = ca.map(pem -> ", ca: " + pem).orElse("");
        return Described.channel("{kind: webhook, url: {secret: {env: SECRET}}, headers: {X-Source: lifeboat}, "
                + "body: {summary: \"${subject}\", details: [\"${body}\"]}" + trust + "}", url, folder, clock);
    }

    @Override
    String read(String body) {
        return body.isEmpty()
                ? ""
                : JsonMapper.builder().build().readTree(body).get("summary").stringValue() + "\n"
                        + JsonMapper.builder().build().readTree(body).get("details").get(0).stringValue();
    }

    private String sent(String rest, String secret) {
        Stub stub = closing(Stub.of(WebAnswer.ok()));
        Described.channel("{kind: webhook, url: \"http://localhost:" + stub.port() + "/v2/enqueue\", " + rest + "}",
                secret, folder, clock).send(NASTY);
        return stub.received.getFirst();
    }

    @Test
    void aPagerIsAFewLines() {
        String request = sent("body: {routing_key: {secret: {env: SECRET}}, event_action: trigger, "
                + "payload: {summary: \"${subject}\", source: lifeboat, severity: critical, weight: 5, quiet: false}}",
                "R0UT1NG");

        assertThat(request).startsWith("POST /v2/enqueue HTTP/1.1\r\n").contains("Content-Type: application/json");
        assertThat(request.substring(request.indexOf("\r\n\r\n") + 4)).isEqualTo(
                "{\"routing_key\":\"R0UT1NG\",\"event_action\":\"trigger\",\"payload\":{\"summary\":\"[DRILL] Down Bcc: "
                        + "eve@example.net\",\"source\":\"lifeboat\",\"severity\":\"critical\",\"weight\":5,\"quiet\":false}}");
    }

    @Test
    void soIsAFormWithAnAccount() {
        String request = sent("method: PUT, headers: {Authorization: {secret: {env: SECRET}}}, "
                + "form: {To: \"${address}\", Body: \"${subject} & more\"}", "Basic dTpw");

        assertThat(request).startsWith("PUT /v2/enqueue HTTP/1.1\r\n").contains("Authorization: Basic dTpw\r\n")
                .contains("Content-Type: application/x-www-form-urlencoded");
        assertThat(request).endsWith(
                "\r\n\r\nTo=dba%40example.net&Body=%5BDRILL%5D+Down+Bcc%3A+eve%40example.net+%26+more");
    }

    @Test
    void aSecretThatWouldBeTwoHeadersIsNotSent() {
        assertThatThrownBy(() -> sent("headers: {Authorization: {secret: {env: SECRET}}}, body: {a: b}",
                Described.SECRET + "\r\nX-Evil: 1")).hasMessage("A header of the message can't be sent as it is.")
                .satisfies(ChannelContract::assertNoSecret);
    }

    @Test
    void aMissingSecretIsAProblemBeforehand() {
        Channel channel = Described.channel("{kind: webhook, url: \"https://localhost:" + Stub.nobody()
                + "/\", body: {key: {secret: {env: NOT_THERE}}}}", "", folder, clock);

        assertThat(channel.problem()).contains(
                "The secret of channel `it` is not there: the environment has no `NOT_THERE`.");
    }
}
