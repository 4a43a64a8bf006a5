package dev.lifeboat.cli;

import dev.lifeboat.builtins.comms.Channels;
import dev.lifeboat.builtins.comms.ConsoleChannel;
import dev.lifeboat.builtins.comms.Notifier;
import dev.lifeboat.builtins.inventory.Secrets;
import dev.lifeboat.cli.files.InventoryFile;
import dev.lifeboat.interpreter.world.Clock;
import dev.lifeboat.interpreter.world.People;
import java.util.List;
import java.util.Optional;

/** Something that all holders of a role have to know, told outside of a run. */
record Announcement(String role, String subject, String body) {

    /** Says who was reached and who was not. */
    void tell(InventoryFile inventory, Output output, Clock clock) {
        Secrets secrets = new Secrets(inventory.folder(), System.getenv(), text -> Optional.empty(),
                warning -> output.err().println("warning: " + warning));
        Notifier notifier = new Notifier(inventory.inventory(), Channels.of(inventory.inventory(), inventory.folder(),
                secrets, clock, new ConsoleChannel(output.screen(false)::print)), clock);
        var recipients = notifier.holders(role).stream().map(person -> new People.Recipient(role, person)).toList();
        notifier.tell(new People.Message(recipients, List.of(), subject, body, false))
                .forEach(delivery -> output.out().println(told(delivery)));
        output.out().flush();
    }

    private String told(People.Delivery delivery) {
        return delivery.delivered()
                ? "Told " + delivery.person() + " (@" + role + ") by " + delivery.channel()
                : "Not reached: " + delivery.person() + " (@" + role + "): " + delivery.problem();
    }
}
