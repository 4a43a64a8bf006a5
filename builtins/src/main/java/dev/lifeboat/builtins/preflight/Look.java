package dev.lifeboat.builtins.preflight;

import java.util.function.Consumer;

/**
 * One thing to look at. Looking changes nothing and sends nothing.
 *
 * @param subject what is looked at, for people: {@code db1}, {@code host db1}
 * @param body    looks, and notes what it sees
 */
public record Look(String subject, Consumer<Notes> body) {}
