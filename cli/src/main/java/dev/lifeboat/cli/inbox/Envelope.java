package dev.lifeboat.cli.inbox;

import dev.lifeboat.interpreter.world.People.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What somebody sends to a run.
 *
 * @param by        who, as the inventory names people
 * @param what      {@link #ACK}, or the text that is signed
 * @param signature by the sender's key; empty for what needs none
 */
public record Envelope(String by, String what, String signature) {
    public static final String ACK = "ack";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    String write() {
        return JSON.writeValueAsString(this);
    }

    public boolean hasSignature() {
        return !signature.isEmpty();
    }

    /** Empty where that is none, or not to the byte as it is written: a signed answer that was touched at all is none. */
    static Optional<Envelope> read(byte[] content) {
        try {
            return Optional.of(JSON.readValue(content, Envelope.class))
                    .filter(read -> Arrays.equals(read.write().getBytes(StandardCharsets.UTF_8), content));
        } catch (JacksonException junk) {
            return Optional.empty();
        }
    }

    public Refusal refused(String why) {
        return new Refusal(Inbox.NAME, what.lines().findFirst().orElse("nothing") + " by " + by, why);
    }
}
