package dev.lifeboat.builtins.inventory;

import dev.lifeboat.builtins.inventory.ChannelPlan.Body;
import dev.lifeboat.builtins.inventory.ChannelPlan.Content;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a text of a channel may leave open until there is a message: {@code ${subject}}. */
public enum Placeholder {
    /** For whom it is, as the inventory names people. */
    PERSON,
    /** What the person is called in the channel. */
    ADDRESS,
    SUBJECT,
    BODY;

    private static final Pattern ANY = Pattern.compile("\\$\\{([^}]*)}");

    /** As it is written. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Placeholder::word).toList();
    }

    /** The words between {@code ${} and its brace, known or not. */
    static List<String> in(String text) {
        return ANY.matcher(text).results().map(found -> found.group(1)).toList();
    }

    boolean isIn(String text) {
        return in(text).contains(word());
    }

    boolean isIn(Body body) {
        return switch (body) {
            case Body.Json json -> isIn(json.content());
            case Body.Form form -> form.fields().values().stream().anyMatch(this::isIn);
        };
    }

    private boolean isIn(Content content) {
        return switch (content) {
            case Content.Text text -> isIn(text.text());
            case Content.Secret secret -> false;
            case Content.Plain plain -> false;
            case Content.Items items -> items.items().stream().anyMatch(this::isIn);
            case Content.Fields fields -> fields.fields().values().stream().anyMatch(this::isIn);
        };
    }

    /** The text with each placeholder replaced. */
    public static String fill(String text, Function<Placeholder, String> values) {
        return ANY.matcher(text).replaceAll(found -> Matcher.quoteReplacement(
                values.apply(Placeholder.valueOf(found.group(1).toUpperCase(Locale.ROOT)))));
    }
}
