package dev.lifeboat.builtins.inventory;

import dev.lifeboat.builtins.inventory.Inventory.Address;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** What an action leaves open until it is known which server it is about: {@code ${server}}. */
public enum ServerPlaceholder {
    /** Its name in the inventory. */
    SERVER,
    /** Its host and port. */
    ADDRESS,
    HOST,
    PORT;

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static List<String> words() {
        return Arrays.stream(values()).map(ServerPlaceholder::word).toList();
    }

    private String of(String server, Address address) {
        return switch (this) {
            case SERVER -> server;
            case ADDRESS -> address.toString();
            case HOST -> address.host();
            case PORT -> String.valueOf(address.port());
        };
    }

    /** @param quote makes a value one that can stand there, whatever is in it */
    public static String fill(String text, String server, Address address, UnaryOperator<String> quote) {
        String filled = text;
        for (ServerPlaceholder placeholder : values()) {
            filled = filled.replace("${" + placeholder.word() + "}", quote.apply(placeholder.of(server, address)));
        }
        return filled;
    }
}
