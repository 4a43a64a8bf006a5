package dev.lifeboat.builtins.comms;

import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.interpreter.builtin.Failure;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The channels of an inventory. One of a kind that can't be used says so to whoever tries, and the next one is tried. */
public final class Channels {
    private Channels() {}

    /**
     * @param folder  where the inventory lies
     * @param console what shows a message to the operator
     */
    public static Map<String, Channel> of(Inventory inventory, Path folder, Channel console) {
        Map<String, Channel> channels = new LinkedHashMap<>();
        inventory.channels().forEach((name, channel) -> channels.put(name, channel(name, channel, folder, console)));
        return channels;
    }

    private static Channel channel(String name, Inventory.Channel channel, Path folder, Channel console) {
        return switch (channel.kind()) {
            case "console" -> console;
            case "file" -> new FileChannel(
                    folder.resolve(Optional.ofNullable(channel.settings().get("path")).orElse(name + ".txt")));
            default -> unusable(name, channel.kind());
        };
    }

    private static Channel unusable(String name, String kind) {
        String problem = "Channel `" + name + "` is of kind `" + kind
                + "`, which this version of Lifeboat can't send by.";
        return new Channel() {
            @Override
            public void send(String person, String subject, String body) {
                throw Failure.of(problem);
            }

            @Override
            public Optional<String> problem() {
                return Optional.of(problem);
            }
        };
    }
}
