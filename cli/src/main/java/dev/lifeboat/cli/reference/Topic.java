package dev.lifeboat.cli.reference;

import java.util.function.Supplier;

/**
 * Something that `lifeboat explain` explains.
 *
 * @param group what it stands under in the list of all topics
 * @param page  its page, in Markdown; made when it is asked for
 */
public record Topic(String name, String group, Supplier<String> page) {

    public String text() {
        return page.get();
    }
}
