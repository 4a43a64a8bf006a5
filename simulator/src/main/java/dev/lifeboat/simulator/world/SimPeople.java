package dev.lifeboat.simulator.world;

import dev.lifeboat.builtins.comms.Channel;
import dev.lifeboat.builtins.comms.ConsoleChannel;
import dev.lifeboat.builtins.comms.Notifier;
import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.value.Value;
import dev.lifeboat.interpreter.world.Clock;
import dev.lifeboat.interpreter.world.People;
import dev.lifeboat.interpreter.world.TypedAnswer;
import dev.lifeboat.simulator.model.Chance;
import dev.lifeboat.simulator.scenario.Saying;
import dev.lifeboat.simulator.scenario.Saying.Vote;
import dev.lifeboat.simulator.scenario.Scenario;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The people of a scenario. Each answers what the scenario says, after the time that it says; what nobody there answers is never a yes. */
final class SimPeople implements People {
    static final String HOW = "simulated";
    private static final Duration QUICK = Duration.ofSeconds(60);
    private static final Duration SLOW = Duration.ofSeconds(180);

    private final ScriptedAnswers cast;
    private final Duration patience;
    private final Notifier notifier;
    private final SimAcknowledgements acknowledgements;
    private final Clock clock;
    private final Chance chance;
    private final Map<String, List<ScriptedAnswers.Said<Saying.Vote>>> votes = new ConcurrentHashMap<>();

    SimPeople(Inventory inventory, Scenario scenario, Clock clock, Chance chance) {
        cast = new ScriptedAnswers(inventory, scenario.people());
        patience = scenario.patience();
        notifier = new Notifier(inventory, delivering(inventory), clock);
        acknowledgements = new SimAcknowledgements(cast, clock, chance);
        this.clock = clock;
        this.chance = chance;
    }

    /** Every channel of the inventory works. */
    private static Map<String, Channel> delivering(Inventory inventory) {
        Map<String, Channel> channels = new LinkedHashMap<>();
        inventory.channels().keySet().forEach(name -> channels.put(name, new ConsoleChannel(text -> {})));
        return channels;
    }

    @Override
    public Approval approve(ApprovalRequest request, List<String> saidYes) {
        List<ScriptedAnswers.Said<Saying.Vote>> said = said(request, saidYes.isEmpty());
        Optional<ScriptedAnswers.Said<Saying.Vote>> no = said.stream().filter(answer -> !answer.what().yes())
                .findFirst();
        if (no.isPresent()) {
            take(no.get().what());
            return new Approval(false, no.get().by(), HOW, no.get().what().reason());
        }
        if (said.size() < request.votes()) {
            clock.sleep(patience);
            return new Approval(false, "nobody", HOW, "Too few in the scenario answer the approval of step `"
                    + request.step() + "`: " + request.votes() + " wanted, " + said.size() + " there");
        }
        if (saidYes.isEmpty()) {
            take(said.stream().limit(request.votes()).map(ScriptedAnswers.Said::what).toArray(Saying[]::new));
        }
        ScriptedAnswers.Said<Saying.Vote> vote = said.get(saidYes.size());
        return new Approval(true, vote.by(), HOW, vote.what().reason());
    }

    /** All that is said to one request is found at its first vote. */
    private List<ScriptedAnswers.Said<Saying.Vote>> said(ApprovalRequest request, boolean first) {
        if (first) {
            votes.remove(request.step());
        }
        return votes.computeIfAbsent(request.step(), step -> cast.approvals(step, request.roles()));
    }

    /** They think side by side: the slowest decides. */
    private void take(Saying... answers) {
        Duration longest = Duration.ZERO;
        for (Saying answer : answers) {
            Duration time = answer.after().orElseGet(() -> chance.between("people/" + answer.to(), QUICK, SLOW));
            longest = time.compareTo(longest) > 0 ? time : longest;
        }
        clock.sleep(longest);
    }

    @Override
    public PauseAnswer choose(PauseRequest request) {
        Optional<ScriptedAnswers.Said<Saying.Decision>> said = cast.decision(request.step())
                .filter(decision -> request.choices().contains(decision.what().choice()));
        if (said.isEmpty()) {
            return new PauseAnswer(Choice.LEAVE, "nobody", "Nobody in the scenario decides this pause.");
        }
        take(said.get().what());
        return new PauseAnswer(said.get().what().choice(), said.get().by(), said.get().what().reason());
    }

    /** Work by hand that the scenario says nothing of is done; how long it takes is the step's `takes`. */
    @Override
    public Answer ask(Question question) {
        Optional<ScriptedAnswers.Said<Saying.Reply>> said = cast.reply(question.name());
        said.ifPresent(reply -> take(reply.what()));
        return said.map(reply -> new Answer(TypedAnswer.read(question, reply.what().value()), reply.by()))
                .or(() -> workByHand(question))
                .orElseThrow(() -> Failure.of("Nobody in the scenario answers the question `" + question.name() + "`.")
                        .hint("Add it under `people:`, such as `operator: {answers: " + question.name()
                                + ", with: …}`."));
    }

    private static Optional<Answer> workByHand(Question question) {
        return question.name().equals("done") && question.type().equals("bool")
                ? Optional.of(new Answer(Value.TRUE, "operator"))
                : Optional.empty();
    }

    @Override
    public List<Delivery> tell(Message message) {
        return notifier.tell(message);
    }

    @Override
    public List<String> holders(String role) {
        return notifier.holders(role);
    }

    @Override
    public Turns turns() {
        return notifier.turns();
    }

    @Override
    public Optional<Acknowledgement> acknowledged(CallOut callOut, Duration within) {
        return acknowledgements.await(callOut, within);
    }

    @Override
    public boolean canAnswer(List<String> roles) {
        return cast.anybody(roles);
    }
}
