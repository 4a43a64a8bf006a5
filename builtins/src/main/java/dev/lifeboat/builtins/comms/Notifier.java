package dev.lifeboat.builtins.comms;

import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.interpreter.world.Clock;
import dev.lifeboat.interpreter.world.People.Delivery;
import dev.lifeboat.interpreter.world.People.Message;
import dev.lifeboat.interpreter.world.People.Recipient;
import dev.lifeboat.interpreter.world.People.Turns;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Tells people side by side, each by the first channel that works. Who was reached, and what failed before, is the answer; nothing is thrown, and a channel
 * that hangs is given up.
 */
public final class Notifier {
    /** For all of a message; a channel has {@link Postman#FOR_ONE} of it. */
    static final Duration FOR_ALL = Duration.ofSeconds(30);
    private final Inventory inventory;
    private final Map<String, Channel> channels;
    private final Clock clock;
    private final AtomicInteger told = new AtomicInteger();

    public Notifier(Inventory inventory, Map<String, Channel> channels, Clock clock) {
        this.inventory = inventory;
        this.channels = channels;
        this.clock = clock;
    }

    public List<String> holders(String role) {
        return inventory.roles().getOrDefault(role, List.of());
    }

    public Turns turns() {
        return new Turns(inventory.escalation().acknowledgeWithin(), inventory.escalation().rounds());
    }

    /** Somebody who is told by two roles is told once. */
    public List<Delivery> tell(Message message) {
        Map<String, Postman> postmen = new LinkedHashMap<>();
        message.to().forEach(to -> postmen.computeIfAbsent(to.person(), person -> postman(person, message)));
        List<Clock.Task> tasks = postmen.entrySet().stream()
                .map(one -> clock.fork("telling " + one.getKey() + " " + told.incrementAndGet(), one.getValue()))
                .toList();
        await(tasks);
        return message.to().stream().flatMap(to -> deliveries(to, postmen.get(to.person()))).toList();
    }

    private Postman postman(String person, Message message) {
        Inventory.Person known = Optional.ofNullable(inventory.people().get(person))
                .orElseGet(() -> new Inventory.Person(List.of(), new LinkedHashMap<>(), Optional.empty(),
                        Optional.empty()));
        return new Postman(person, known, message, channels, clock);
    }

    /** What has not ended by then is cancelled, and not waited for. */
    private void await(List<Clock.Task> tasks) {
        try {
            clock.within(FOR_ALL, () -> {
                tasks.forEach(Clock.Task::join);
                return null;
            });
        } catch (Clock.DeadlinePassed hanging) {
            tasks.forEach(Clock.Task::cancel);
        }
    }

    private static Stream<Delivery> deliveries(Recipient to, Postman postman) {
        return postman.attempts().stream().map(attempt -> new Delivery(to.role(), to.person(), attempt.channel(),
                attempt.problem().isEmpty(), attempt.problem()));
    }
}
