package dev.lifeboat.builtins.comms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.world.People.Delivery;
import dev.lifeboat.interpreter.world.People.Message;
import dev.lifeboat.interpreter.world.People.Recipient;
import dev.lifeboat.interpreter.world.SystemClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class NotifierTest {
    private static final Inventory INVENTORY = Described.inventory("""
            environment: lab
            escalation: {acknowledge_within: 3m, rounds: 4}
            roles:
              on_call: [ada, bob]
              lead: [ada]
            people:
              ada: {channels: [chat, mail], addresses: {mail: ada@example.net, sms: "+44 1"}}
              bob: {channels: [mail], addresses: {mail: bob@example.net}}
              carl: {}
            channels:
              chat: {kind: console}
              sms: {kind: file}
              mail: {kind: smtp, server: "localhost:25", tls: off, from: a@example.net}
            """);
    private final SystemClock clock = new SystemClock();
    private final List<String> sent = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, Channel> channels = new LinkedHashMap<>();

    private void channel(String name, Consumer<Dispatch> sending) {
        channels.put(name, new Channel() {
            @Override
            public void send(Dispatch dispatch) {
                sending.accept(dispatch);
                sent.add(dispatch.person() + " " + dispatch.address() + " by " + name);
            }

            @Override
            public Optional<String> problem() {
                return Optional.empty();
            }
        });
    }

    private static Failure broken() {
        return Failure.of("It is broken.");
    }

    private List<Delivery> tell(List<String> via, Recipient... to) {
        return new Notifier(INVENTORY, channels, clock).tell(new Message(List.of(to), via, "Subject", "Body", false));
    }

    @Test
    void theFirstChannelThatWorksIsUsedAndWhatFailedBeforeIsTold() {
        channel("chat", dispatch -> {
            throw broken();
        });
        channel("mail", dispatch -> {});

        assertThat(tell(List.of(), new Recipient("lead", "ada"))).containsExactly(
                new Delivery("lead", "ada", "chat", false, "It is broken."),
                new Delivery("lead", "ada", "mail", true, ""));
        assertThat(sent).containsExactly("ada ada@example.net by mail");
    }

    @Test
    void theRunbooksChannelsComeFirst() {
        channel("chat", dispatch -> {});
        channel("sms", dispatch -> {});

        assertThat(tell(List.of("pigeon", "sms"), new Recipient("lead", "ada"))).containsExactly(
                new Delivery("lead", "ada", "pigeon", false, "The inventory has no channel `pigeon`."),
                new Delivery("lead", "ada", "sms", true, ""));
        assertThat(sent).containsExactly("ada +44 1 by sms");
    }

    @Test
    void whoIsTwoOfThemIsToldOnce() {
        channel("chat", dispatch -> {});

        assertThat(tell(List.of(), new Recipient("on_call", "ada"), new Recipient("lead", "ada"))).containsExactly(
                new Delivery("on_call", "ada", "chat", true, ""), new Delivery("lead", "ada", "chat", true, ""));
        assertThat(sent).hasSize(1);
    }

    @Test
    void whoHasNoChannelAndADefectAreToldToo() {
        channel("chat", dispatch -> {
            throw new IllegalStateException("the token is hunter2");
        });
        channel("mail", dispatch -> {});

        assertThat(tell(List.of(), new Recipient("x", "carl"), new Recipient("lead", "ada"))).containsExactly(
                new Delivery("x", "carl", "", false, "The inventory names no channel for this person."),
                new Delivery("lead", "ada", "chat", false,
                        "This is a defect in Lifeboat: java.lang.IllegalStateException."),
                new Delivery("lead", "ada", "mail", true, ""));
    }

    @Test
    void theInventorySaysHowAnEscalationGoesOn() {
        Notifier notifier = new Notifier(INVENTORY, channels, clock);

        assertThat(notifier.turns().acknowledgeWithin()).isEqualTo(Duration.ofMinutes(3));
        assertThat(notifier.turns().rounds()).isEqualTo(4);
        assertThat(notifier.holders("on_call")).containsExactly("ada", "bob");
        assertThat(notifier.holders("nobody")).isEmpty();
    }
}
