package dev.lifeboat.builtins.keys;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What a signature is for. It is signed with the text, so that nothing that was signed for one purpose serves for another. */
public enum Purpose {
    /** An answer to a run that asks for approval. */
    APPROVAL,
    /** A runbook, as its owner has seen it work. */
    SEAL;

    byte[] message(String text) {
        return ("lifeboat " + name().toLowerCase(Locale.ROOT) + " 1\n" + text).getBytes(StandardCharsets.UTF_8);
    }
}
