package dev.lifeboat.cli.people;

import dev.lifeboat.builtins.comms.Notifier;
import dev.lifeboat.cli.inbox.Envelope;
import dev.lifeboat.interpreter.world.Clock;
import dev.lifeboat.interpreter.world.People.Acknowledgement;
import dev.lifeboat.interpreter.world.People.CallOut;
import dev.lifeboat.interpreter.world.People.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The escalations that wait for somebody, and who has acknowledged them: only who holds a role that was called can. */
public final class Acknowledgements {
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final String INBOX = "inbox";
    private final Notifier notifier;
    private final Clock clock;
    private final Map<String, CallOut> open = new ConcurrentHashMap<>();
    private final Map<String, Acknowledgement> given = new ConcurrentHashMap<>();
    private volatile Consumer<Refusal> refused = refusal -> {};

    public Acknowledgements(Notifier notifier, Clock clock) {
        this.notifier = notifier;
        this.clock = clock;
    }

    void whenRefused(Consumer<Refusal> listener) {
        refused = listener;
    }

    public void refuse(Refusal refusal) {
        refused.accept(refusal);
    }

    /** Once it waits it is open until somebody acknowledges it, also between two waits. */
    Optional<Acknowledgement> await(CallOut callOut, Duration within) {
        Instant end = clock.now().plus(within);
        open.put(callOut.rung(), callOut);
        Acknowledgement answer = given.get(callOut.rung());
        for (Duration left = within; answer == null && left.isPositive(); left = Duration.between(clock.now(), end)) {
            clock.sleep(left.compareTo(LOOK) < 0 ? left : LOOK);
            answer = given.get(callOut.rung());
        }
        return Optional.ofNullable(answer);
    }

    /** None is signed: who signs one means something else by it. */
    public void receive(Envelope letter) {
        if (letter.what().equals(Envelope.ACK) && !letter.hasSignature()) {
            acknowledge(letter.by(), INBOX);
        } else {
            refuse(letter.refused("This version of Lifeboat takes no `" + letter.what() + "`."));
        }
    }

    /** For all escalations that call this person. */
    void acknowledge(String person, String how) {
        List<Acknowledgement> answers = open.values().stream().filter(callOut -> !given.containsKey(callOut.rung()))
                .flatMap(callOut -> role(callOut, person).stream()
                        .map(role -> given.computeIfAbsent(callOut.rung(),
                                rung -> new Acknowledgement(role, person, how))))
                .toList();
        if (answers.isEmpty()) {
            refuse(new Refusal(how, Envelope.ACK + " by " + person, "No escalation waits for `" + person + "`."));
        }
    }

    private Optional<String> role(CallOut callOut, String person) {
        return callOut.roles().stream().filter(role -> notifier.holders(role).contains(person)).findFirst();
    }
}
