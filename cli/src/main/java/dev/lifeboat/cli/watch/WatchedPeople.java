package dev.lifeboat.cli.watch;

import dev.lifeboat.interpreter.run.Event;
import dev.lifeboat.interpreter.world.Direction;
import dev.lifeboat.interpreter.world.People;
import dev.lifeboat.interpreter.world.Standpoint;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** People of a run that is carried on, of whom the watch may have told some meanwhile. */
public record WatchedPeople(People people, Memory memory) implements People {

    @Override
    public Optional<List<Delivery>> toldMeanwhile(String rung, int turn) {
        return memory.told(rung, turn).map(recorded -> ((Event.Told) recorded.event()).deliveries());
    }

    @Override
    public Optional<Acknowledgement> acknowledged(CallOut callOut, Duration within) {
        return memory.acknowledged(callOut.rung()).or(() -> people.acknowledged(callOut, within));
    }

    @Override
    public Direction direct(Standpoint here) {
        return people.direct(here);
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

    @Override
    public boolean takeInterruption() {
        return people.takeInterruption();
    }
}
