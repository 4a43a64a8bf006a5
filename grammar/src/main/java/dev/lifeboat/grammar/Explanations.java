package dev.lifeboat.grammar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The pages of `lifeboat explain`: one Markdown file per code, in the folder `explanations` beside the codes. */
public final class Explanations {

    private Explanations() {}

    /** The page of the code. That each code has one is seen to by a test. */
    public static String read(Class<? extends Code> codes, String id) {
        try (var page = codes.getResourceAsStream("explanations/" + id + ".md")) {
            if (page == null) {
                throw new IllegalStateException("There is no page explanations/" + id + ".md beside " + codes);
            }
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
