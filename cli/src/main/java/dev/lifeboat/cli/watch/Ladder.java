package dev.lifeboat.cli.watch;

import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.grammar.tree.Declaration.Rung;
import dev.lifeboat.interpreter.run.Audience;
import dev.lifeboat.interpreter.run.Event;
import dev.lifeboat.interpreter.run.Recorded;
import dev.lifeboat.interpreter.value.Texts;
import dev.lifeboat.interpreter.world.People.Turns;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Who is to be called for a run that broke off, and when: what its journal says of the ladder, and what has been told since. */
record Ladder(BrokenRun run, Memory memory) {
    /** The call-out that belongs to no rung; each time that the run breaks off has its own. */
    private static final String BROKEN_OFF = "broken off ";

    Audience audience() {
        return new Audience(run.program(), run.began().drill(),
                role -> run.inventory().inventory().roles().getOrDefault(role, List.of()));
    }

    /** The first of what should have been told by now. */
    Optional<CallOut> due(Instant now) {
        Audience audience = audience();
        return open().stream()
                .filter(callOut -> callOut.next(audience.mostHolders(callOut.roles()))
                        .filter(moment -> !moment.isAfter(now)).isPresent())
                .min(Comparator.comparing(CallOut::first));
    }

    /** Those that nobody has acknowledged. Once the service works again nobody else is woken, but the run still needs a person. */
    List<CallOut> open() {
        Stream<CallOut> escalations = run.isServiceRestored() ? Stream.of() : Stream.concat(rungs(), triggers());
        return Stream.concat(brokenOff().stream(), escalations)
                .filter(callOut -> !isAcknowledged(callOut.rung())).toList();
    }

    static boolean isBrokenOff(CallOut callOut) {
        return callOut.rung().startsWith(BROKEN_OFF);
    }

    private Optional<CallOut> brokenOff() {
        return run.program().tree().header().owner()
                .map(owner -> callOut(BROKEN_OFF + run.epoch(), elapsed(run.last()), List.of(owner.name()), "",
                        run.last(), CallOut.once()));
    }

    private Stream<CallOut> rungs() {
        List<Rung> rungs = run.program().escalation().map(ladder -> ladder.rungs()).orElse(List.of());
        return rungs.stream().map(rung -> rung(rung, "rung " + (rungs.indexOf(rung) + 1)));
    }

    private CallOut rung(Rung rung, String name) {
        Duration after = rung.after().value();
        return callOut(name, after, rung.roles().stream().map(role -> role.name()).toList(),
                "It has lasted " + Texts.duration(after) + ".", run.began().incidentSince().plus(after), turns());
    }

    /** What was raised otherwise and is not at its end. */
    private Stream<CallOut> triggers() {
        Set<String> seen = new HashSet<>();
        return run.records().stream().map(Recorded::event).filter(Event.Escalated.class::isInstance)
                .map(Event.Escalated.class::cast)
                .filter(escalated -> !escalated.rung().startsWith("rung ") && seen.add(escalated.rung()))
                .map(escalated -> callOut(escalated.rung(), escalated.after(), escalated.roles(), escalated.why(),
                        run.began().incidentSince().plus(escalated.after()), turns()));
    }

    private Turns turns() {
        Inventory.Escalation escalation = run.inventory().inventory().escalation();
        return new Turns(escalation.acknowledgeWithin(), escalation.rounds());
    }

    private Duration elapsed(Instant moment) {
        return Duration.between(run.began().incidentSince(), moment);
    }

    private CallOut callOut(String rung, Duration after, List<String> roles, String why, Instant first, Turns turns) {
        List<Recorded> told = new ArrayList<>(toldByRun(rung, roles));
        for (Optional<Recorded> next = memory.told(rung, told.size()); next.isPresent(); next = memory.told(rung,
                told.size())) {
            told.add(next.get());
        }
        return new CallOut(rung, after, roles, why, first, turns, told);
    }

    /** One for each turn whose telling came to an end: another {@code Told} for these roles behind each {@code Escalated}. */
    private List<Recorded> toldByRun(String rung, List<String> roles) {
        List<Recorded> told = new ArrayList<>();
        for (Recorded recorded : run.records()) {
            if (recorded.event() instanceof Event.Escalated escalated && escalated.rung().equals(rung)) {
                run.records().stream()
                        .filter(later -> later.number() > recorded.number() && !told.contains(later)
                                && later.event() instanceof Event.Told letter && isEscalation(letter, roles))
                        .findFirst().ifPresent(told::add);
            }
        }
        return told;
    }

    private static boolean isEscalation(Event.Told letter, List<String> roles) {
        return letter.message().subject().contains(Letters.ESCALATION)
                && letter.deliveries().stream().allMatch(delivery -> roles.contains(delivery.role()));
    }

    private boolean isAcknowledged(String rung) {
        return memory.acknowledged(rung).isPresent()
                || run.records().stream().anyMatch(recorded -> recorded.event() instanceof Event.Acknowledged by
                        && by.rung().equals(rung));
    }
}
