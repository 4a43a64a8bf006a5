package dev.lifeboat.builtins.comms;

import dev.lifeboat.builtins.inventory.ChannelPlan;
import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.builtins.inventory.Secrets;
import dev.lifeboat.interpreter.world.Clock;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** The real channels of an inventory. */
public final class Channels {
    private final Path folder;
    private final Secrets secrets;
    private final Clock clock;
    private final Channel console;

    private Channels(Path folder, Secrets secrets, Clock clock, Channel console) {
        this.folder = folder;
        this.secrets = secrets;
        this.clock = clock;
        this.console = console;
    }

    /**
     * @param folder  where the inventory lies; its paths are relative to it
     * @param console what shows a message to the operator
     */
    public static Map<String, Channel> of(Inventory inventory, Path folder, Secrets secrets, Clock clock,
            Channel console) {
        Channels kinds = new Channels(folder, secrets, clock, console);
        Map<String, Channel> channels = new LinkedHashMap<>();
        inventory.channels().forEach((name, plan) -> channels.put(name, kinds.channel(name, plan)));
        return channels;
    }

    private Channel channel(String name, ChannelPlan plan) {
        KnownSecrets known = source -> secrets.fetch(source, "channel `" + name + "`");
        return switch (plan) {
            case ChannelPlan.Console shown -> console;
            case ChannelPlan.File(String path) -> new FileChannel(folder.resolve(path));
            case ChannelPlan.Slack slack ->
                new SlackChannel(() -> known.fetch(slack.webhook()), slack.room(), http(slack.ca()));
            case ChannelPlan.Webhook webhook -> new WebhookChannel(webhook, known, http(webhook.ca()));
            case ChannelPlan.Smtp smtp -> new SmtpChannel(smtp, known, () -> trust(smtp.ca()), clock);
            case ChannelPlan.Command(String command) -> new CommandChannel(command, clock);
        };
    }

    private HttpDelivery http(Optional<String> ca) {
        return new HttpDelivery(() -> trust(ca), clock);
    }

    /** Read when it is needed: a file that is missing fails the one channel. */
    private SSLContext trust(Optional<String> ca) {
        return Trust.of(ca.map(folder::resolve));
    }
}
