package dev.lifeboat.simulator.world;

import dev.lifeboat.interpreter.world.Clock;
import dev.lifeboat.interpreter.world.People.Acknowledgement;
import dev.lifeboat.interpreter.world.People.CallOut;
import dev.lifeboat.interpreter.world.People.Recipient;
import dev.lifeboat.simulator.model.Chance;
import dev.lifeboat.simulator.scenario.Saying;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Who of those that were told acknowledges, and when. Of whom the scenario says nothing, that is after one to three minutes. */
final class SimAcknowledgements {
    private static final Duration QUICK = Duration.ofMinutes(1);
    private static final Duration SLOW = Duration.ofMinutes(3);
    private final ScriptedAnswers cast;
    private final Clock clock;
    private final Chance chance;
    /** When each who was told for a rung acknowledges it. */
    private final Map<String, Map<Recipient, Instant>> due = new HashMap<>();

    SimAcknowledgements(ScriptedAnswers cast, Clock clock, Chance chance) {
        this.cast = cast;
        this.clock = clock;
        this.chance = chance;
    }

    Optional<Acknowledgement> await(CallOut callOut, Duration within) {
        Map<Recipient, Instant> moments = due.computeIfAbsent(callOut.rung(), rung -> new LinkedHashMap<>());
        callOut.told().stream().filter(told -> !moments.containsKey(told))
                .forEach(told -> after(told).ifPresent(time -> moments.put(told, clock.now().plus(time))));
        Optional<Map.Entry<Recipient, Instant>> first = moments.entrySet().stream()
                .min(Comparator.comparing(Map.Entry::getValue))
                .filter(one -> left(one.getValue()).compareTo(within) <= 0);
        clock.sleep(first.map(one -> left(one.getValue())).orElse(within));
        return first.map(one -> new Acknowledgement(one.getKey().role(), one.getKey().person(), SimPeople.HOW));
    }

    private Duration left(Instant moment) {
        return Duration.between(clock.now(), moment);
    }

    /** How long somebody takes who has been told; empty for who never answers. */
    private Optional<Duration> after(Recipient told) {
        Optional<Saying.Acknowledgement> said = cast.acknowledgement(told.person(), told.role());
        if (said.filter(answer -> !answer.heard()).isPresent()) {
            return Optional.empty();
        }
        return said.flatMap(Saying.Acknowledgement::after)
                .or(() -> Optional.of(chance.between("acknowledgement/" + told.person(), QUICK, SLOW)));
    }
}
