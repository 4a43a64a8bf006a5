package dev.lifeboat.simulator.world;

import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.simulator.scenario.Saying;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** Who in a scenario says what. Asked again, a person gives the next answer that fits. */
final class ScriptedAnswers {
    private final Inventory inventory;
    private final SequencedMap<String, List<Saying>> people;
    private final Map<String, Integer> asked = new LinkedHashMap<>();

    /** @param by a person of the inventory */
    record Said<A extends Saying>(A what, String by) {}

    /** @param people by role or person */
    ScriptedAnswers(Inventory inventory, SequencedMap<String, List<Saying>> people) {
        this.inventory = inventory;
        this.people = people;
    }

    /** What those who hold one of {@code roles} say to the approval of {@code step}, each of them once. Who has said all says the same again. */
    List<Said<Saying.Vote>> approvals(String step, List<String> roles) {
        int time = time("approval of " + step);
        SequencedMap<String, Said<Saying.Vote>> byPerson = new LinkedHashMap<>();
        people.forEach((name, answers) -> {
            List<Saying.Vote> fitting = fitting(Saying.Vote.class, answers, step);
            if (!fitting.isEmpty() && mayAnswer(name, roles)) {
                byPerson.putIfAbsent(person(name),
                        new Said<>(fitting.get(Math.min(time, fitting.size() - 1)), person(name)));
            }
        });
        return List.copyOf(byPerson.sequencedValues());
    }

    /** What is decided at a pause; empty where all decisions for it are used up. */
    Optional<Said<Saying.Decision>> decision(String step) {
        List<Said<Saying.Decision>> fitting = said(Saying.Decision.class, step);
        int time = time("pause at " + step);
        return time < fitting.size() ? Optional.of(fitting.get(time)) : Optional.empty();
    }

    Optional<Said<Saying.Reply>> reply(String question) {
        List<Said<Saying.Reply>> fitting = said(Saying.Reply.class, question);
        int time = time("question " + question);
        return fitting.isEmpty() ? Optional.empty() : Optional.of(fitting.get(Math.min(time, fitting.size() - 1)));
    }

    /** What a person does who is called as a holder of {@code role}; empty where nobody says. */
    Optional<Saying.Acknowledgement> acknowledgement(String person, String role) {
        return said(Saying.Acknowledgement.class, role).stream().filter(answer -> answer.by().equals(person))
                .map(Said::what).findFirst();
    }

    List<String> holders(String role) {
        return inventory.roles().getOrDefault(role, List.of());
    }

    /** Whether one of the roles is held; without roles, whether anybody decides at pauses. */
    boolean anybody(List<String> roles) {
        return roles.isEmpty()
                ? people.values().stream().flatMap(List::stream).anyMatch(Saying.Decision.class::isInstance)
                : roles.stream().anyMatch(role -> !holders(role).isEmpty());
    }

    private int time(String question) {
        return asked.merge(question, 1, Integer::sum) - 1;
    }

    private <A extends Saying> List<Said<A>> said(Class<A> kind, String to) {
        List<Said<A>> said = new ArrayList<>();
        people.forEach((name, answers) -> fitting(kind, answers, to)
                .forEach(answer -> said.add(new Said<>(answer, person(name)))));
        return said;
    }

    private static <A extends Saying> List<A> fitting(Class<A> kind, List<Saying> answers, String to) {
        return answers.stream().filter(kind::isInstance).map(kind::cast).filter(answer -> answer.isFor(to)).toList();
    }

    private boolean mayAnswer(String name, List<String> roles) {
        return roles.contains(name) || roles.stream().anyMatch(role -> holders(role).contains(name));
    }

    /** A role speaks through its first holder. */
    private String person(String name) {
        return holders(name).stream().findFirst().orElse(name);
    }
}
