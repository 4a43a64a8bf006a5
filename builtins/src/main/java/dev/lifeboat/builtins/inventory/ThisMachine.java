package dev.lifeboat.builtins.inventory;

import java.util.Set;

/** Addresses whose traffic leaves the machine nowhere: only there may something go unencrypted. */
public final class ThisMachine {
    private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "::1", "[::1]");

    private ThisMachine() {}

    public static boolean is(String host) {
        return NAMES.contains(host);
    }
}
