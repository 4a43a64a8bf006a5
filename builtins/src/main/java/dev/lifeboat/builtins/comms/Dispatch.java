package dev.lifeboat.builtins.comms;

import dev.lifeboat.builtins.inventory.Placeholder;
import java.util.regex.Pattern;

/**
 * A message on its way to one person.
 *
 * @param person  as the inventory names people
 * @param address what the person is called in the channel; empty where the inventory does not say
 */
public record Dispatch(String person, String address, String subject, String body) {
    private static final Pattern BREAKS = Pattern.compile("[\\p{Cc}\\u2028\\u2029]+");

    /** A second line of a subject would be a header of its own, to whatever carries it on. */
    public Dispatch {
        subject = BREAKS.matcher(subject).replaceAll(" ").strip();
        body = body.strip();
    }

    String value(Placeholder placeholder) {
        return switch (placeholder) {
            case PERSON -> person;
            case ADDRESS -> address;
            case SUBJECT -> title();
            case BODY -> body;
        };
    }

    /** Something for where a subject has to be: the first line of what has none. */
    String title() {
        return subject.isEmpty() ? body.lines().findFirst().orElse("") : subject;
    }

    /** All of it as one text. */
    String text() {
        return subject.isEmpty() ? body : subject + "\n\n" + body;
    }
}
