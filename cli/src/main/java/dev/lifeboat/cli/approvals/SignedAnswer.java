package dev.lifeboat.cli.approvals;

import dev.lifeboat.builtins.keys.Purpose;
import dev.lifeboat.builtins.keys.SigningKey;
import dev.lifeboat.cli.inbox.Envelope;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A yes or no to one thing that one run asks for, as the text that is signed.
 *
 * @param run    its id; @param step of which it asks; @param digest of all that was shown
 * @param asking see {@link Asked#asking}
 * @param reason why not; empty for a yes
 * @param at     when it was signed
 */
public record SignedAnswer(String run, String step, String digest, String asking, String by, boolean yes, String reason,
        Instant at) {
    private static final String KIND = "approval\n";
    private static final Pattern TEXT = Pattern.compile(KIND
            + "run (.*)\nstep (.*)\ndigest (.*)\nasking (.*)\nby (.*)\nanswer (yes|no)\nreason (.*)\nat (.*)\n");

    static boolean isOne(Envelope letter) {
        return letter.what().startsWith(KIND);
    }

    String text() {
        return KIND + "run " + run + "\nstep " + step + "\ndigest " + digest + "\nasking " + asking + "\nby " + by
                + "\nanswer " + (yes ? "yes" : "no") + "\nreason " + reason + "\nat " + at + "\n";
    }

    /** Empty where the text is none, or not as it is written. */
    static Optional<SignedAnswer> read(String text) {
        Matcher found = TEXT.matcher(text);
        try {
            return found.matches() ? Optional.of(of(found)).filter(read -> read.text().equals(text)) : Optional.empty();
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }

    private static SignedAnswer of(Matcher found) {
        return new SignedAnswer(found.group(1), found.group(2), found.group(3), found.group(4), found.group(5),
                found.group(6).equals("yes"), found.group(7), Instant.parse(found.group(8)));
    }

    /** @return what is sent to the run */
    public Envelope sign(SigningKey key) {
        return new Envelope(by, text(), key.sign(Purpose.APPROVAL, text()));
    }
}
