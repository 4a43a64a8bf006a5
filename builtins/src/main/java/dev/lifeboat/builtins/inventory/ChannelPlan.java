package dev.lifeboat.builtins.inventory;

import dev.lifeboat.builtins.inventory.Inventory.Address;
import dev.lifeboat.builtins.inventory.Inventory.SecretSource;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** A way to tell people, as the inventory describes it; {@code builtins.comms} has an adapter for each kind. */
public sealed interface ChannelPlan {

    /** Shown to whoever sits before the run. */
    record Console() implements ChannelPlan {}

    record File(String path) implements ChannelPlan {}

    /**
     * @param webhook its address, which is a secret: whoever knows it can write into the room
     * @param ca      a file of certificates to trust instead of those that the JVM trusts
     */
    record Slack(SecretSource webhook, Optional<String> room, Optional<String> ca) implements ChannelPlan {}

    record Webhook(Content url, String method, SequencedMap<String, Content> headers, Body body,
            Optional<String> ca) implements ChannelPlan {}

    record Smtp(Address server, Encryption tls, String from, Optional<Account> account,
            Optional<String> ca) implements ChannelPlan {}

    /** @param command a shell line of the inventory; its placeholders become quoted arguments */
    record Command(String command) implements ChannelPlan {}

    /** The encryption of a connection to a mail server; the certificate is verified in any case. */
    enum Encryption {
        STARTTLS,
        TLS,
        /** To this machine only. */
        OFF
    }

    record Account(String user, SecretSource password) {}

    /** What a webhook is sent. */
    sealed interface Body {
        record Json(Content content) implements Body {}

        record Form(SequencedMap<String, Content> fields) implements Body {}
    }

    /** A part of what a webhook is sent; texts may have {@link Placeholder}s. */
    sealed interface Content {
        record Text(String text) implements Content {}

        record Secret(SecretSource source) implements Content {}

        /** A number or a truth value. */
        record Plain(String text) implements Content {}

        record Items(List<Content> items) implements Content {}

        record Fields(SequencedMap<String, Content> fields) implements Content {}
    }

    /** Whether nobody can be told by it without an address of theirs. */
    default boolean needsAddress() {
        return switch (this) {
            case Console console -> false;
            case File file -> false;
            case Slack slack -> false;
            case Webhook webhook -> Placeholder.ADDRESS.isIn(webhook.body());
            case Smtp smtp -> true;
            case Command command -> Placeholder.ADDRESS.isIn(command.command());
        };
    }
}
