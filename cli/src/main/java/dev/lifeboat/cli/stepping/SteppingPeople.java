package dev.lifeboat.cli.stepping;

import dev.lifeboat.interpreter.world.Direction;
import dev.lifeboat.interpreter.world.Intermediary;
import dev.lifeboat.interpreter.world.People;
import dev.lifeboat.interpreter.world.Standpoint;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/** People, of whom whoever sits at the desk says how the run goes on, one question at a time; the others answer what is for them. */
public final class SteppingPeople implements Intermediary {
    private final People others;
    private final Desk desk;
    private final Pace pace;
    private final String operator;
    // Not `synchronized`: a virtual thread that waits for it must not hold its carrier.
    private final ReentrantLock lock = new ReentrantLock();
    /** What was chosen at the pause of this thread, until the run asks for it. */
    private final ThreadLocal<PauseAnswer> chosen = new ThreadLocal<>();

    public SteppingPeople(People others, Desk desk, Pace pace, String operator) {
        this.others = others;
        this.desk = desk;
        this.pace = pace;
        this.operator = operator;
    }

    @Override
    public Direction direct(Standpoint here) {
        lock.lock();
        try {
            here.pause().ifPresent(pause -> pace.paused());
            return here.pause().isEmpty() && !pace.asksBefore(here.step()) ? Direction.GO : wanted(here);
        } finally {
            lock.unlock();
        }
    }

    private Direction wanted(Standpoint here) {
        Optional<Session.Wish> wish = desk.ask(session -> session.wish(here));
        if (here.pause().isPresent()) {
            chosen.set(wish.map(said -> said.answer().orElse(null)).orElseGet(this::left));
        }
        return wish.map(Session.Wish::direction).orElseGet(() -> here.pause().isPresent()
                ? Direction.GO
                : new Direction(Direction.Move.LEAVE, operator, ""));
    }

    private PauseAnswer left() {
        return new PauseAnswer(Choice.LEAVE, operator, "Nobody is at the prompt any more.");
    }

    @Override
    public PauseAnswer choose(PauseRequest request) {
        PauseAnswer said = chosen.get();
        chosen.remove();
        if (said != null) {
            return said;
        }
        lock.lock();
        try {
            pace.paused();
            return desk.ask(session -> session.choice(request)).orElseGet(this::left);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean attended() {
        return desk.isTaken();
    }

    @Override
    public People people() {
        return others;
    }
}
