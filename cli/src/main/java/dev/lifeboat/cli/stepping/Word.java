package dev.lifeboat.cli.stepping;

import dev.lifeboat.interpreter.world.People.Choice;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What can be typed at the prompt. */
enum Word {
    NEXT("next", Where.BEFORE, "Runs the step."),
    CONTINUE("continue", Where.BEFORE, "Runs on, to the end or to the next pause."),
    UNTIL("until NAME", Where.BEFORE, "Runs on, to before step NAME."),
    RETRY("retry", Where.PAUSE, "Tries the step again."),
    SKIP("skip \"why\"", Where.BOTH, "Passes the step over."),
    DONE("done \"why\"", Where.PAUSE, "The step was done by hand: its `verify` runs."),
    UNDO("undo", Where.BOTH,
            "Takes the last step back, so that it can run again; where one has failed, what that did."),
    ROLLBACK("rollback", Where.BOTH, "Takes the whole run back, and ends it."),
    STOP("stop", Where.PAUSE, "Ends the run as it is."),
    CALL("call CALL", Where.BOTH, "Makes a call that is not in the runbook; asks first where that changes something."),
    PRINT("print EXPRESSION", Where.BOTH, "Shows a value."),
    NEXT_LOOK("next?", Where.BOTH, "Shows the step that `next` would run."),
    UNDO_LOOK("undo?", Where.BOTH, "Shows what `undo` would take back."),
    STATUS("status", Where.BOTH, "Where the run stands."),
    LIST("list", Where.BOTH, "The steps, and what became of them."),
    BRIEF("brief", Where.BOTH, "The incident, for somebody who comes to it."),
    NOTE("note TEXT", Where.BOTH, "Writes something into the journal."),
    HELP("help", Where.BOTH, "Shows this."),
    QUIT("quit", Where.BOTH, "Leaves the prompt; so does the end of the input.");

    private enum Where {
        BEFORE, PAUSE, BOTH
    }

    private final String form;
    private final Where where;
    private final String does;

    Word(String form, Where where, String does) {
        this.form = form;
        this.where = where;
        this.does = does;
    }

    /** As it is typed. */
    String text() {
        return form.split(" ")[0];
    }

    String form() {
        return form;
    }

    String does() {
        return does;
    }

    /** Whether it can be typed where the run stands before a step, or at a pause with these choices. */
    boolean fits(Optional<List<Choice>> choices) {
        return switch (where) {
            case BEFORE -> choices.isEmpty();
            case PAUSE -> choices.filter(offered -> choice().filter(offered::contains).isPresent()).isPresent();
            case BOTH -> choices.isEmpty() || choice().map(choices.get()::contains).orElse(true);
        };
    }

    /** What it chooses at a pause. */
    Optional<Choice> choice() {
        return switch (this) {
            case RETRY -> Optional.of(Choice.RETRY);
            case SKIP -> Optional.of(Choice.SKIP);
            case DONE -> Optional.of(Choice.DONE_BY_HAND);
            case ROLLBACK -> Optional.of(Choice.ROLLBACK);
            case STOP -> Optional.of(Choice.STOP);
            case NEXT, CONTINUE, UNTIL, UNDO, CALL, PRINT, NEXT_LOOK, UNDO_LOOK, STATUS, LIST, BRIEF, NOTE, HELP,
                    QUIT ->
                Optional.empty();
        };
    }

    static Optional<Word> of(String typed) {
        return Arrays.stream(values()).filter(word -> word.text().equals(typed.toLowerCase(Locale.ROOT))).findFirst();
    }

    static List<Word> fitting(Optional<List<Choice>> choices) {
        return Arrays.stream(values()).filter(word -> word.fits(choices)).toList();
    }
}
