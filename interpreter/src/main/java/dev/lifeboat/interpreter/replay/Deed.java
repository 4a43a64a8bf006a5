package dev.lifeboat.interpreter.replay;

import dev.lifeboat.interpreter.run.Event;
import dev.lifeboat.interpreter.world.People;
import java.util.List;

/** What a run comes to, as far as a replay has to come to the same: not what follows from time, nor what the outside answers. */
final class Deed {
    private Deed() {}

    static String of(Event event) {
        String what = what(event);
        return event.getClass().getSimpleName() + (what.isEmpty() ? "" : " `" + what + "`");
    }

    private static String what(Event event) {
        return switch (event) {
            case Event.RunBegan run -> run.run();
            case Event.PreflightEnded preflight -> "";
            case Event.Resumed resumed -> "";
            case Event.TookOver takeover -> takeover.from();
            case Event.FormerEvicted evicted -> "";
            case Event.LeaseLost lost -> lost.by();
            case Event.RunEnded ended -> ended.outcome().name();
            case Event.PhaseBegan phase -> phase.phase();
            case Event.PhaseEnded phase -> phase.phase();
            case Event.PhaseSkipped phase -> phase.phase();
            case Event.StepBegan step -> step.step();
            case Event.StepSkipped step -> step.step();
            case Event.AttemptBegan attempt -> attempt.step() + " " + attempt.attempt();
            case Event.AttemptFailed attempt -> attempt.step() + " " + attempt.attempt() + " " + attempt.cause();
            case Event.StepEnded step -> step.step() + " " + step.state();
            case Event.Bound bound -> bound.step() + " " + bound.name();
            case Event.CallBegan call -> call.step() + " " + call.builtin() + call.arguments();
            case Event.CallEnded call -> Long.toString(call.call());
            case Event.PortCallBegan call -> port(call.target(), call.method()) + call.arguments().text();
            case Event.PortCallEnded call -> port(call.target(), call.method());
            case Event.Did did -> did.target();
            case Event.Learned learned -> learned.fact();
            case Event.InverseRegistered inverse -> inverse.step() + " " + inverse.builtin();
            case Event.ClockRead read -> read.step();
            case Event.WaitCut cut -> cut.cancelled() ? "cancelled" : "time up";
            case Event.RoundTaken round -> round.loop();
            case Event.LeftOut left -> left.loop() + " " + left.item();
            case Event.Told told -> String.join(", ", roles(told.message()));
            case Event.LevelChanged level -> Integer.toString(level.level());
            case Event.Reached reached -> reached.objective();
            case Event.Escalated escalated -> String.join(", ", escalated.roles());
            case Event.Acknowledged acknowledged -> acknowledged.rung();
            case Event.Refused refused -> refused.refusal().what();
            case Event.ApprovalAsked asked -> asked.request().step();
            case Event.ApprovalAnswered answered -> answered.step();
            case Event.Paused paused -> paused.request().step();
            case Event.PauseAnswered answered -> answered.step();
            case Event.Asked asked -> asked.question().step() + "." + asked.question().name();
            case Event.Answered answered -> answered.step() + "." + answered.name();
            case Event.Directed directed -> directed.step() + " " + directed.direction().move();
            case Event.RollbackBegan rollback -> rollback.horizon();
            case Event.UndoBegan undo -> undo.step() + " " + undo.inverse();
            case Event.UndoEnded undo -> undo.step() + " " + undo.inverse();
            case Event.Kept kept -> kept.step();
            case Event.RollbackEnded ended -> Boolean.toString(ended.complete());
            case Event.NotModelled gap -> gap.what();
        };
    }

    private static List<String> roles(People.Message message) {
        return message.to().stream().map(People.Recipient::role).toList();
    }

    private static String port(String target, String method) {
        return target + "." + method;
    }
}
