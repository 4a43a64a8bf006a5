package dev.lifeboat.interpreter.run;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.SequencedMap;

/** What binds an answer to all that was shown as it was asked for. Whoever is shown a request can compute it again, and sees that nothing else is bound. */
public final class ApprovalDigest {
    private ApprovalDigest() {}

    public static String of(String step, String title, List<String> calls,
            SequencedMap<String, String> servers, SequencedMap<String, String> facts) {
        var text = new StringBuilder(line(step)).append('\n').append(line(title));
        calls.forEach(call -> text.append("\ncall ").append(line(call)));
        servers.forEach((name, identity) -> text.append("\nserver ").append(name).append(": ").append(line(identity)));
        facts.forEach((name, value) -> text.append("\nfact ").append(name).append(": ").append(line(value)));
        return HexFormat.of().formatHex(sha256().digest(text.toString().getBytes(StandardCharsets.UTF_8)));
    }

    /** On one line, so that no text passes for a call or a fact. */
    private static String line(String text) {
        return text.replace("\\", "\\\\").replace("\n", "\\n");
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
        }
    }
}
