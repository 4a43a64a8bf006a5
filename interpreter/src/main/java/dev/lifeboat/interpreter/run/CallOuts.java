package dev.lifeboat.interpreter.run;

import dev.lifeboat.interpreter.evaluate.Templates.Letter;
import dev.lifeboat.interpreter.value.Texts;
import dev.lifeboat.interpreter.world.Clock;
import dev.lifeboat.interpreter.world.People;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Calls the holders of roles, one after the other until one of them acknowledges. Each call-out waits in a task of its
 * own: neither a step nor a higher rung waits for it.
 */
final class CallOuts {

    private static final String UNREACHED = "Whoever was called before could not be reached.";

    private final RunContext context;
    private final Messenger messenger;
    private final List<Clock.Task> tasks = new CopyOnWriteArrayList<>();
    private final AtomicInteger triggers = new AtomicInteger();

    /** @param rung names it; @param after when, on the incident's clock */
    record Call(String rung, Duration after, List<String> roles, String why) {}

    CallOuts(RunContext context, Messenger messenger) {
        this.context = context;
        this.messenger = messenger;
    }

    /** Returns before anybody has been told. */
    void beside(Call call) {
        record(call, call.why());
        begin(call, () -> seeThrough(call, send(call, 0, call.why())));
    }

    /** Returns when the first holders have been told. Where the run is carried on, its name is the one of then. */
    void now(List<String> roles, String why) {
        var trigger = new Call("trigger " + triggers.incrementAndGet(), context.incident.elapsed(), roles, why);
        var begun = record(trigger, why);
        var call = new Call(begun.rung(), begun.after(), roles, why);
        var told = send(call, 0, why);
        begin(call, () -> seeThrough(call, told));
    }

    private void begin(Call call, Runnable body) {
        tasks.add(context.clock().forkOfRun(call.rung(), body));
    }

    void end() {
        tasks.forEach(Clock.Task::cancel);
    }

    /** What goes on beside the steps, and must not outlive the run. */
    List<Clock.Task> tasks() {
        return tasks;
    }

    private void seeThrough(Call call, Event.Told first) {
        var holders = messenger.mostHolders(call.roles());
        var told = first;
        for (int turn = 0; !acknowledged(call, told, patience(told, turn, holders)); turn++) {
            told = tell(call, turn + 1, call.why() + " " + (isReached(told) ? silence() : UNREACHED));
        }
    }

    /** Who can't be reached is not waited for while there is another one. A late acknowledgement counts, whenever it comes. */
    private Duration patience(Event.Told told, int turn, int holders) {
        var turns = context.people().turns();
        int next = turn + 1;
        if (next >= turns.rounds() * holders) {
            return Clock.NO_LIMIT;
        }
        return isReached(told) || next % holders == 0 ? turns.acknowledgeWithin() : Duration.ZERO;
    }

    private static boolean isReached(Event.Told told) {
        return told.deliveries().stream().anyMatch(People.Delivery::delivered);
    }

    private boolean acknowledged(Call call, Event.Told told, Duration within) {
        Optional<People.Acknowledgement> answer = context.people()
                .acknowledged(new People.CallOut(call.rung(), call.roles(), told.message().to()), within);
        answer.ifPresent(by -> context.recordForced(
                new Event.Acknowledged(call.rung(), by.role(), by.by(), by.how())));
        return answer.isPresent();
    }

    private Event.Told tell(Call call, int turn, String why) {
        record(call, why);
        return send(call, turn, why);
    }

    private Event.Escalated record(Call call, String why) {
        var escalated = new Event.Escalated(call.rung(), call.after(), call.roles(), why);
        return (Event.Escalated) context.recordForced(escalated).event();
    }

    private Event.Told send(Call call, int turn, String why) {
        var letter = new Letter(title(), why + " " + state() + request());
        return context.people().toldMeanwhile(call.rung(), turn)
                .map(deliveries -> messenger.toldMeanwhile(call.roles(), turn, letter, deliveries))
                .orElseGet(() -> messenger.tell(call.roles(), turn, List.of(), letter));
    }

    private String silence() {
        return "Nobody has acknowledged it within " + Texts.duration(context.people().turns().acknowledgeWithin())
                + ".";
    }

    private String title() {
        return "Escalation: " + context.incident.title();
    }

    private String state() {
        var level = context.incident.level();
        var service = level.affected().isEmpty()
                ? ""
                : " Service level " + level.number() + ": " + level.affected() + ".";
        return "Phase: " + context.incident.phase() + "." + service;
    }

    private String request() {
        return context.settings.simulated()
                ? ""
                : "\nAcknowledge with `lifeboat ack " + context.settings.id()
                        + " --as NAME`.";
    }
}
