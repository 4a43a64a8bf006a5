package dev.lifeboat.cli.approvals;

import dev.lifeboat.interpreter.world.Clock;
import dev.lifeboat.interpreter.world.People.Approval;
import dev.lifeboat.interpreter.world.People.ApprovalRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** One request, for as long as answers to it count, and those that have come in for it and are not yet counted. */
public final class Asking {
    private static final Duration LOOK = Duration.ofMillis(200);
    private final ApprovalRequest request;
    private final String challenge;
    private final List<String> saidYes = new ArrayList<>();
    private final Queue<Approval> signed = new ConcurrentLinkedQueue<>();

    Asking(ApprovalRequest request, String challenge) {
        this.request = request;
        this.challenge = challenge;
    }

    ApprovalRequest request() {
        return request;
    }

    synchronized Asked asked() {
        return new Asked(challenge, request, List.copyOf(saidYes));
    }

    /** Whose yes counts already, counted or not. */
    public synchronized boolean hasSaidYes(String person) {
        return saidYes.contains(person);
    }

    synchronized void haveSaidYes(Collection<String> people) {
        people.stream().filter(person -> !saidYes.contains(person)).forEach(saidYes::add);
    }

    void receive(Approval answer) {
        if (answer.given()) {
            haveSaidYes(List.of(answer.by()));
        }
        signed.add(answer);
    }

    /** Whether there is an answer, so that nobody has to be asked at the terminal any more. */
    public boolean isAnswered() {
        return !signed.isEmpty();
    }

    /** Waits for an answer. */
    public void await(Clock clock) {
        while (!isAnswered()) {
            clock.sleep(LOOK);
        }
    }

    /** The answer that counts next: a no before any yes. @param typed at the terminal; empty where one has come in signed */
    public synchronized Approval settled(Optional<Approval> typed) {
        typed.filter(Approval::given).ifPresent(yes -> haveSaidYes(List.of(yes.by())));
        return signed.stream().filter(answer -> !answer.given()).findFirst().or(() -> typed).orElseGet(signed::remove);
    }
}
