package dev.lifeboat.cli.people;

import dev.lifeboat.interpreter.world.Direction;
import dev.lifeboat.interpreter.world.People;
import dev.lifeboat.interpreter.world.Standpoint;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** People, and a key by which they ask for a word before the next step. */
public record InterruptingPeople(People people, BooleanSupplier pressed) implements People {

    @Override
    public boolean takeInterruption() {
        return pressed.getAsBoolean();
    }

    @Override
    public Approval approve(ApprovalRequest request, List<String> saidYes) {
        return people.approve(request, saidYes);
    }

    @Override
    public PauseAnswer choose(PauseRequest request) {
        return people.choose(request);
    }

    @Override
    public Direction direct(Standpoint here) {
        return people.direct(here);
    }

    @Override
    public Answer ask(Question question) {
        return people.ask(question);
    }

    @Override
    public List<Delivery> tell(Message message) {
        return people.tell(message);
    }

    @Override
    public List<String> holders(String role) {
        return people.holders(role);
    }

    @Override
    public Turns turns() {
        return people.turns();
    }

    @Override
    public Optional<Acknowledgement> acknowledged(CallOut callOut, Duration within) {
        return people.acknowledged(callOut, within);
    }

    @Override
    public Optional<List<Delivery>> toldMeanwhile(String rung, int turn) {
        return people.toldMeanwhile(rung, turn);
    }

    @Override
    public void whenRefused(Consumer<Refusal> listener) {
        people.whenRefused(listener);
    }

    @Override
    public boolean canAnswer(List<String> roles) {
        return people.canAnswer(roles);
    }

    @Override
    public boolean attended() {
        return people.attended();
    }
}
