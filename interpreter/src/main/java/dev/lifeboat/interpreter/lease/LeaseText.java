package dev.lifeboat.interpreter.lease;

import java.time.Instant;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What stands in the store, as JSON. */
final class LeaseText {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private LeaseText() {}

    /** @param at by the clock of the holder's machine */
    record Beat(Instant at) {}

    /** @param how the run ended, such as {@code DONE} */
    record End(String how, Instant at) {}

    static String of(Object content) {
        return MAPPER.writeValueAsString(content);
    }

    /** Empty where it is damaged. */
    static <T> Optional<T> read(String text, Class<T> kind) {
        try {
            return Optional.ofNullable(MAPPER.readValue(text, kind));
        } catch (JacksonException damaged) {
            return Optional.empty();
        }
    }
}
