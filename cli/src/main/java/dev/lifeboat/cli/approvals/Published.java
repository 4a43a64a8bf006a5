package dev.lifeboat.cli.approvals;

import dev.lifeboat.interpreter.journal.RecordJson;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a run lets those know who may answer, and can't read its journal.
 *
 * @param run   its id
 * @param asked all that it asks for now
 * @param heard what became of the answers that came in last, by their signatures: why one does not count, empty where it does
 */
public record Published(String run, List<Asked> asked, SequencedMap<String, String> heard) {
    private static final JsonMapper JSON = RecordJson.builder().build();

    String write() {
        return JSON.writeValueAsString(this);
    }

    /** Empty where the text is none. */
    public static Optional<Published> read(String text) {
        try {
            return Optional.of(JSON.readValue(text, Published.class));
        } catch (JacksonException none) {
            return Optional.empty();
        }
    }
}
