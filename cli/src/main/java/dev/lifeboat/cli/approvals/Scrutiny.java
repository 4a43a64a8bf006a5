package dev.lifeboat.cli.approvals;

import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.builtins.inventory.Inventory.Person;
import dev.lifeboat.builtins.keys.Purpose;
import dev.lifeboat.builtins.keys.VerifyingKey;
import dev.lifeboat.cli.inbox.Envelope;
import dev.lifeboat.interpreter.value.Texts;
import dev.lifeboat.interpreter.world.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Looks whether a signed answer counts. Who has signed it comes first: of what is not signed, nothing else is believed. */
public final class Scrutiny {
    private static final Duration OLDEST = Duration.ofMinutes(15);
    /** So far two clocks may differ. */
    private static final Duration SKEW = Duration.ofMinutes(1);
    private final Inventory inventory;
    private final Entitled entitled;
    private final Clock clock;

    public Scrutiny(Inventory inventory, Entitled entitled, Clock clock) {
        this.inventory = inventory;
        this.entitled = entitled;
        this.clock = clock;
    }

    /** Why it does not count, a full sentence; empty where it does. @param asking what is asked for its step now */
    Optional<String> objection(Envelope letter, SignedAnswer answer, String run, Optional<Asking> asking) {
        return forged(letter, answer).or(() -> misplaced(answer, run, asking)).or(() -> expired(answer.at()))
                .or(() -> entitled.objectionToSigned(answer.by(), asking.orElseThrow().request().roles()))
                .or(() -> asking.filter(open -> open.hasSaidYes(answer.by()))
                        .map(open -> "`" + answer.by() + "` has said yes already; somebody else has to."));
    }

    private Optional<String> forged(Envelope letter, SignedAnswer answer) {
        Person person = inventory.people().get(letter.by());
        if (person == null) {
            return Optional.of("The inventory has no person `" + letter.by() + "`.");
        }
        Optional<VerifyingKey> key = person.key();
        if (key.isEmpty()) {
            return Optional
                    .of("The inventory has no key of `" + letter.by() + "`, so nothing tells who has signed it.");
        }
        boolean theirs = answer.by().equals(letter.by())
                && key.get().verifies(Purpose.APPROVAL, letter.what(), letter.signature());
        return theirs ? Optional.empty() : Optional.of("`" + letter.by() + "` has not signed it like this.");
    }

    private static Optional<String> misplaced(SignedAnswer answer, String run, Optional<Asking> asking) {
        if (!answer.run().equals(run)) {
            return Optional.of("It answers run `" + answer.run() + "`, and this is another.");
        }
        if (asking.isEmpty()) {
            return Optional.of("Step `" + answer.step() + "` asks for no approval now.");
        }
        Asked asked = asking.get().asked();
        if (!answer.digest().equals(asked.request().digest())) {
            return Optional.of("It answers something else than what is asked now: a call, a server or a fact has "
                    + "changed since.");
        }
        return answer.asking().equals(asked.asking())
                ? Optional.empty()
                : Optional.of("It answers what was asked before; now it is asked again.");
    }

    private Optional<String> expired(Instant signed) {
        Duration age = Duration.between(signed, clock.now());
        if (age.compareTo(OLDEST) > 0) {
            return Optional.of("It was signed at " + signed + ", and counts for " + Texts.duration(OLDEST) + " only.");
        }
        return age.plus(SKEW).isNegative()
                ? Optional.of("It was signed at " + signed + ", which is yet to come: the clocks differ.")
                : Optional.empty();
    }
}
