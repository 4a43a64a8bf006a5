package dev.lifeboat.builtins.comms;

import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.world.People.Delivery;
import dev.lifeboat.interpreter.world.People.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells the first holder of each role, by the first channel that works. Who was reached, and what failed before, is the answer; nothing is thrown. */
public final class Notifier {
    private final Inventory inventory;
    private final Map<String, Channel> channels;

    public Notifier(Inventory inventory, Map<String, Channel> channels) {
        this.inventory = inventory;
        this.channels = channels;
    }

    public List<Delivery> tell(Message message) {
        return message.roles().stream().flatMap(role -> tell(role, message).stream()).toList();
    }

    private List<Delivery> tell(String role, Message message) {
        Optional<String> holder = inventory.roles().getOrDefault(role, List.of()).stream().findFirst();
        if (holder.isEmpty()) {
            return List.of(new Delivery(role, "", "", false, "Nobody holds this role in the inventory."));
        }
        List<Delivery> deliveries = new ArrayList<>();
        for (String channel : channelsOf(holder.get(), message)) {
            Delivery delivery = send(role, holder.get(), channel, message);
            deliveries.add(delivery);
            if (delivery.delivered()) {
                return deliveries;
            }
        }
        return deliveries.isEmpty()
                ? List.of(
                        new Delivery(role, holder.get(), "", false, "The inventory names no channel for this person."))
                : deliveries;
    }

    /** Those that the runbook asks for come first; the person's own are what is left. */
    private List<String> channelsOf(String person, Message message) {
        List<String> own = Optional.ofNullable(inventory.people().get(person)).map(Inventory.Person::channels)
                .orElse(List.of());
        return Stream.concat(message.channels().stream(), own.stream()).distinct().toList();
    }

    private Delivery send(String role, String person, String name, Message message) {
        Channel channel = channels.get(name);
        if (channel == null) {
            return new Delivery(role, person, name, false, "The inventory has no channel `" + name + "`.");
        }
        try {
            channel.send(person, message.subject(), message.body());
            return new Delivery(role, person, name, true, "");
        } catch (Failure failure) {
            return new Delivery(role, person, name, false, failure.getMessage());
        }
    }
}
