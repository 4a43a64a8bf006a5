package dev.lifeboat.interpreter.value;

/**
 * A piece of JSON as it passed through a port: an argument list or an answer. Compared by its text, which the journal keeps as it is.
 *
 * @param text one JSON value, on one line, as {@code RecordJson} writes it
 */
public record Json(String text) {
    @Override
    public String toString() {
        return text;
    }
}
