package dev.lifeboat.builtins.inventory;

import dev.lifeboat.builtins.inventory.Inventory.Person;
import dev.lifeboat.builtins.keys.VerifyingKey;
import dev.lifeboat.builtins.yaml.YamlMap;
import dev.lifeboat.builtins.yaml.YamlValue;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** Reads the people of an inventory, against the channels by which they are told. */
final class PersonReader {
    private final InventoryNames names;
    private final SequencedMap<String, ChannelPlan> plans;

    PersonReader(InventoryNames names, SequencedMap<String, ChannelPlan> plans) {
        this.names = names;
        this.plans = plans;
    }

    Person person(String name, YamlMap map) {
        List<String> channels = map.find("channels").map(names::channels).orElse(List.of());
        SequencedMap<String, String> addresses = map.eachValue("addresses", "address", this::address);
        channels.stream().filter(channel -> needsAddress(channel) && !addresses.containsKey(channel))
                .forEach(channel -> map.wrong("Person `" + name + "` has no address for channel `" + channel
                        + "`: add `addresses: {" + channel + ": …}`."));
        return new Person(channels, addresses, map.find("key").flatMap(PersonReader::key),
                map.find("reviewed").map(YamlValue::date));
    }

    /** What stands there instead is not shown: it may be the key that nobody else may have. */
    private static Optional<VerifyingKey> key(YamlValue value) {
        Optional<VerifyingKey> key = VerifyingKey.read(value.text());
        if (key.isEmpty() && value.isText()) {
            value.secret("Expected a key as `lifeboat keygen --as NAME` prints it: `ed25519:` and 44 characters.");
        }
        return key;
    }

    private boolean needsAddress(String channel) {
        return plans.containsKey(channel) && plans.get(channel).needsAddress();
    }

    private String address(String channel, YamlValue value) {
        names.channel(channel, value);
        String address = value.text();
        if (plans.get(channel) instanceof ChannelPlan.Smtp) {
            ChannelReader.mailAddress(value);
        } else if (address.isBlank() || address.chars().anyMatch(Character::isISOControl)) {
            value.wrong("An address has to be one line of text.");
        }
        return address;
    }
}
