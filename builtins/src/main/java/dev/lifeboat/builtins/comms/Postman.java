package dev.lifeboat.builtins.comms;

import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.value.Texts;
import dev.lifeboat.interpreter.world.Clock;
import dev.lifeboat.interpreter.world.People.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Tells one person: tries one channel after the other until one works. */
final class Postman implements Runnable {
    /** What a channel has to deliver a message; one that does not end by then is interrupted a second later. */
    static final Duration FOR_ONE = Duration.ofSeconds(8);
    private final String person;
    private final Inventory.Person known;
    private final Message message;
    private final Map<String, Channel> channels;
    private final Clock clock;
    private final List<Attempt> attempts = new ArrayList<>();
    private String underWay = "";

    /** @param problem why it failed; empty where it worked */
    record Attempt(String channel, String problem) {}

    Postman(String person, Inventory.Person known, Message message, Map<String, Channel> channels, Clock clock) {
        this.person = person;
        this.known = known;
        this.message = message;
        this.channels = channels;
        this.clock = clock;
    }

    /** Those that the runbook asks for come first; the person's own are what is left. */
    @Override
    public void run() {
        List<String> names = Stream.concat(message.channels().stream(), known.channels().stream()).distinct().toList();
        for (String name : names) {
            begin(name);
            String problem = problem(name);
            end(new Attempt(name, problem));
            if (problem.isEmpty()) {
                return;
            }
        }
        if (names.isEmpty()) {
            end(new Attempt("", "The inventory names no channel for this person."));
        }
    }

    private String problem(String name) {
        Channel channel = channels.get(name);
        if (channel == null) {
            return "The inventory has no channel `" + name + "`.";
        }
        Dispatch dispatch = new Dispatch(person, known.addresses().getOrDefault(name, ""), message.subject(),
                message.body());
        try {
            clock.within(FOR_ONE, () -> {
                channel.send(dispatch);
                return null;
            });
            return "";
        } catch (Failure failure) {
            return failure.getMessage();
        } catch (Clock.DeadlinePassed hanging) {
            return "It was given up after " + Texts.duration(FOR_ONE) + ".";
        } catch (Clock.Cancelled givenUp) {
            throw givenUp;
        } catch (RuntimeException defect) {
            // What it says may hold a secret, and that nobody was told by this channel must not keep others from being told.
            return "This is a defect in Lifeboat: " + defect.getClass().getName() + ".";
        }
    }

    private synchronized void begin(String channel) {
        underWay = channel;
    }

    private synchronized void end(Attempt attempt) {
        underWay = "";
        attempts.add(attempt);
    }

    /** What became of each channel up to now. */
    synchronized List<Attempt> attempts() {
        return Stream.concat(attempts.stream(), Stream.of(underWay).filter(channel -> !channel.isEmpty()).map(
                channel -> new Attempt(channel, "The time for telling was up before it had answered."))).toList();
    }
}
