package dev.lifeboat.interpreter.replay;

import dev.lifeboat.interpreter.run.Event;
import dev.lifeboat.interpreter.world.Direction;
import dev.lifeboat.interpreter.world.Intermediary;
import dev.lifeboat.interpreter.world.People;
import dev.lifeboat.interpreter.world.Standpoint;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** People, of whom nobody is asked or told again what the journal says that they have answered and heard. */
public record ReplayedPeople(People people, Replay replay) implements Intermediary {

    @Override
    public Approval approve(ApprovalRequest request, List<String> saidYes) {
        return replay.answer(Event.ApprovalAnswered.class).map(Event.ApprovalAnswered::approval)
                .orElseGet(() -> people.approve(request, saidYes));
    }

    @Override
    public PauseAnswer choose(PauseRequest request) {
        return replay.answer(Event.PauseAnswered.class).map(Event.PauseAnswered::answer)
                .orElseGet(() -> people.choose(request));
    }

    /** Where the journal goes on with anything else, nobody wanted anything else. */
    @Override
    public Direction direct(Standpoint here) {
        return replay.next().map(next -> next.event() instanceof Event.Directed directed
                ? directed.direction()
                : Direction.GO).orElseGet(() -> people.direct(here));
    }

    @Override
    public Answer ask(Question question) {
        return replay.answer(Event.Answered.class).map(Event.Answered::answer).orElseGet(() -> people.ask(question));
    }

    /** Where the process ended while it told somebody, they are told again: better twice than never. */
    @Override
    public List<Delivery> tell(Message message) {
        return replay.answer(Event.Told.class).map(Event.Told::deliveries).orElseGet(() -> people.tell(message));
    }

    /** Where the journal goes on, it says so itself. */
    @Override
    public Optional<List<Delivery>> toldMeanwhile(String rung, int turn) {
        return replay.next().isPresent() ? Optional.empty() : people.toldMeanwhile(rung, turn);
    }

    /** The next holder was told, or somebody has acknowledged; where neither is so by now, what is left of the wait goes on. */
    @Override
    public Optional<Acknowledgement> acknowledged(CallOut callOut, Duration within) {
        return replay.next()
                .map(next -> next.event() instanceof Event.Acknowledged(String rung, String role, String by, String how)
                        ? Optional.of(new Acknowledgement(role, by, how))
                        : Optional.<Acknowledgement>empty())
                .orElseGet(() -> people.acknowledged(callOut, replay.left(within)));
    }

    /** The run went on, so they could. */
    @Override
    public boolean canAnswer(List<String> roles) {
        return replay.next().isPresent() || people.canAnswer(roles);
    }

    /** This does not wait for the strand's next record: what comes next may be that it forks others. */
    @Override
    public boolean takeInterruption() {
        return replay.isOver()
                ? people.takeInterruption()
                : replay.upNext().filter(next -> next.event() instanceof Event.Asked asked
                        && asked.question().name().equals(Event.INTERRUPTED)).isPresent();
    }

    /** Where nobody followed the run, the next that it did was to tell somebody else. */
    @Override
    public boolean attended() {
        return replay.next().map(next -> !(next.event() instanceof Event.Escalated)).orElseGet(people::attended);
    }
}
