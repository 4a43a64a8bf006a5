package dev.lifeboat.builtins.inventory;

import dev.lifeboat.builtins.inventory.ChannelPlan.Account;
import dev.lifeboat.builtins.inventory.ChannelPlan.Encryption;
import dev.lifeboat.builtins.inventory.Inventory.Address;
import dev.lifeboat.builtins.inventory.Inventory.SecretSource;
import dev.lifeboat.builtins.yaml.YamlMap;
import dev.lifeboat.builtins.yaml.YamlValue;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the channels of an inventory. */
final class ChannelReader {
    private static final SecretSource UNKNOWN = new SecretSource.FromPrompt("");
    private static final Pattern MAIL_ADDRESS = Pattern.compile("[^\\s\\p{Cc}@<>,;:\"]+@[^\\s\\p{Cc}@<>,;:\"]+");

    private enum Kind {
        CONSOLE, FILE, SLACK, WEBHOOK, SMTP, COMMAND
    }

    private ChannelReader() {}

    static ChannelPlan channel(String name, YamlMap map) {
        Optional<Kind> kind = map
                .need("kind", "write `console`, `file`, `slack`, `webhook`, `smtp` or `command`")
                .flatMap(value -> value.findWord(Kind.class));
        if (kind.isEmpty()) {
            map.rest();
            return new ChannelPlan.Console();
        }
        return switch (kind.get()) {
            case CONSOLE -> new ChannelPlan.Console();
            case FILE -> new ChannelPlan.File(map.text("path").orElse(name + ".txt"));
            case SLACK -> slack(map);
            case WEBHOOK -> WebhookReader.webhook(map);
            case SMTP -> smtp(map);
            case COMMAND -> new ChannelPlan.Command(map.need("command", "write what is run for each message")
                    .map(ChannelReader::template).orElse(""));
        };
    }

    private static ChannelPlan slack(YamlMap map) {
        return new ChannelPlan.Slack(map.need("webhook", "write `{env: NAME}` or `{file: path}`")
                .map(value -> SecretReader.source(value, "webhook")).orElse(UNKNOWN), map.text("room"),
                map.text("ca"));
    }

    private static ChannelPlan smtp(YamlMap map) {
        Encryption tls = map.find("tls").map(value -> value.word(Encryption.class)).orElse(Encryption.STARTTLS);
        Address address = map.need("server", "write the mail server, `host:port`")
                .map(value -> ClusterReader.address(value, usualPort(tls))).orElse(new Address("localhost", 0));
        if (tls == Encryption.OFF && !ThisMachine.is(address.host())) {
            map.wrong("`tls: off` is for a mail server on this machine alone: others could read along.");
        }
        return new ChannelPlan.Smtp(address, tls,
                map.need("from", "write the sender's address").map(ChannelReader::mailAddress).orElse(""),
                account(map), map.text("ca"));
    }

    private static int usualPort(Encryption tls) {
        return switch (tls) {
            case STARTTLS -> 587;
            case TLS -> 465;
            case OFF -> 25;
        };
    }

    private static Optional<Account> account(YamlMap map) {
        Optional<String> user = map.text("user");
        Optional<SecretSource> password = map.find("password").map(value -> SecretReader.source(value, "password"));
        if (user.isPresent() != password.isPresent()) {
            map.wrong("Expected `user` and `password` together, or neither where the server wants none.");
        }
        return user.flatMap(name -> password.map(secret -> new Account(name, secret)));
    }

    static String mailAddress(YamlValue value) {
        String address = value.text();
        if (!MAIL_ADDRESS.matcher(address).matches()) {
            value.unexpected(address, "an e-mail address such as `dba@example.net`");
        }
        return address;
    }

    /** A text whose placeholders are all known. */
    static String template(YamlValue value) {
        String text = value.text();
        Placeholder.in(text).stream().filter(word -> !Placeholder.words().contains(word))
                .forEach(word -> value.unknown("placeholder", word, Placeholder.words()));
        return text;
    }
}
