package dev.lifeboat.builtins.comms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SlackChannelTest extends WebContract {

    @Override
    Channel to(String url, Optional<Path> ca) {
        String trust = ca.map(pem -> ", ca: " + pem).orElse("");
        return Described.channel("{kind: slack, webhook: {env: SECRET}, room: \"#incidents\"" + trust + "}", url,
                folder, clock);
    }

    @Override
    String read(String body) {
        return body.isEmpty()
                ? ""
                : JsonMapper.builder().build().readTree(body).get("text").stringValue().replace("&lt;", "<")
                        .replace("&gt;", ">").replace("&amp;", "&");
    }

    @Test
    void whatSlackTakesForMarkupIsEscapedAndTheRoomAndThePersonAreNamed() {
        Stub slack = closing(Stub.of(WebAnswer.ok()));
        to("http://localhost:" + slack.port() + "/x", Optional.empty())
                .send(new Dispatch("senior_dba", "U012AB3CD", "[DRILL] a < b", "<!channel> & more"));

        String request = slack.received.getFirst();
        JsonNode sent = JsonMapper.builder().build().readTree(request.substring(request.indexOf("\r\n\r\n")));
        assertThat(sent.get("channel").stringValue()).isEqualTo("#incidents");
        assertThat(sent.get("text").stringValue())
                .isEqualTo("<@U012AB3CD> *[DRILL] a &lt; b*\n&lt;!channel&gt; &amp; more");
    }
}
