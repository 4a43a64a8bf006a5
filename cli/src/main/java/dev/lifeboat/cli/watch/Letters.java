package dev.lifeboat.cli.watch;

import dev.lifeboat.interpreter.evaluate.Templates.Letter;
import dev.lifeboat.interpreter.run.Event;
import dev.lifeboat.interpreter.value.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** What the watch tells people of a run that broke off. */
record Letters(BrokenRun run, Instant now) {
    static final String ESCALATION = "Escalation: ";
    private static final String UNREACHED = "Whoever was called before could not be reached.";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'")
            .withZone(ZoneOffset.UTC);

    Letter of(CallOut callOut) {
        Letter letter = Ladder.isBrokenOff(callOut) ? brokenOff(callOut) : escalation(callOut);
        return run.began().drill() ? letter.asDrill() : letter;
    }

    private Letter brokenOff(CallOut callOut) {
        return new Letter("Needs a person: " + run.began().title(), (callOut.turn() == 0 ? "" : UNREACHED + " ")
                + "Run `" + run.began().run() + "` of runbook `" + run.began().runbook()
                + "` has broken off: its process is gone, and its journal ends at " + TIME.format(run.last())
                + " without an end of the run. "
                + (run.isServiceRestored()
                        ? "The service had been restored; the rest has still to be done.\n"
                        : "Nothing goes on by itself but the escalation.\n")
                + "It has lasted " + Texts.duration(lasted()) + ". " + state() + doubt() + resume() + acknowledge());
    }

    private Letter escalation(CallOut callOut) {
        return new Letter(ESCALATION + run.began().title(), callOut.why() + again(callOut) + " " + state()
                + "\nThe run broke off at " + TIME.format(run.last()) + " and stands still." + doubt() + resume()
                + acknowledge());
    }

    private Duration lasted() {
        return Duration.ofSeconds(Duration.between(run.began().incidentSince(), now).toSeconds());
    }

    private String again(CallOut callOut) {
        if (callOut.turn() == 0) {
            return "";
        }
        return " " + (callOut.isReached()
                ? "Nobody has acknowledged it within " + Texts.duration(callOut.turns().acknowledgeWithin()) + "."
                : UNREACHED);
    }

    private String state() {
        String phase = run.lastOf(Event.PhaseBegan.class).map(began -> "Phase: " + began.title() + ".")
                .orElse("No phase had begun.");
        return phase + run.lastOf(Event.LevelChanged.class).filter(level -> !level.affected().isEmpty())
                .map(level -> " Service level " + level.level() + ": " + level.affected() + ".").orElse("");
    }

    private String doubt() {
        return run.inDoubt().isEmpty()
                ? ""
                : "\nNobody has seen what came of: " + String.join(", ", run.inDoubt()) + ".";
    }

    private String resume() {
        return "\nCarry it on, on the machine that has its journal: `lifeboat resume " + run.name()
                + " --operator NAME`.";
    }

    private String acknowledge() {
        return "\nAcknowledge with `lifeboat ack " + run.name() + " --as NAME`.";
    }
}
