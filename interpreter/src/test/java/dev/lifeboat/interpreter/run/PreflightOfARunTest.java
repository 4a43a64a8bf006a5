package dev.lifeboat.interpreter.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.check.Libraries;
import dev.lifeboat.interpreter.journal.Journal;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a run makes of its preflight, as it begins and as it is carried on. */
class PreflightOfARunTest {
    private static final String RUNBOOK = """
            #! box a = a0
            #! identity a = 3e11
            runbook looked_at "Looked at"
                version "1"
                owner @lead
            phase all "All" {
                step one "One" timeout 1m { box.put(server("a"), "a1") }
            }
            """;
    private final Stage stage = new Stage(RUNBOOK, Libraries.NONE);
    private int looks;

    @BeforeEach
    void isLookedAt() {
        stage.preflight(finds("3e11"));
    }

    /** One look took longer than it may. */
    private Supplier<Event.PreflightEnded> finds(String identity) {
        return () -> {
            looks++;
            return new Event.PreflightEnded(List.of("a"),
                    List.of(new Event.Finding("b", false, "Looking at `b` took longer than 4s.", "Look why.")),
                    List.of(new Event.Identity("a", identity, "", "seen")), Duration.ofMillis(4_700));
        };
    }

    private List<Event.PreflightEnded> journaled() {
        return stage.journal.records().stream().map(Recorded::event).filter(Event.PreflightEnded.class::isInstance)
                .map(Event.PreflightEnded.class::cast).toList();
    }

    private void diesBefore(long record) {
        stage.dieAt(record, false);
        assertThatThrownBy(stage::run).isInstanceOf(Journal.JournalLost.class);
    }

    @Test
    void whomItSawIsExpected() {
        stage.preflight(finds("another one"));

        assertThat(stage.run()).isEqualTo(RunOutcome.NEEDS_A_PERSON);
        assertThat(stage.boxes.writes()).isZero();
    }

    @Test
    void whereTheJournalHasItNobodyLooksAgain() {
        diesBefore(5);
        stage.preflight(finds("another one"));

        assertThat(stage.resume()).isEqualTo(RunOutcome.DONE);
        assertThat(looks).isEqualTo(1);
        assertThat(journaled()).hasSize(1);
    }

    @Test
    void whomItSawIsExpectedAsTheRunIsCarriedOn() {
        diesBefore(5);
        stage.boxes.identify("a", "another one");

        assertThat(stage.resume()).isEqualTo(RunOutcome.NEEDS_A_PERSON);
        assertThat(stage.boxes.writes()).isZero();
    }

    @Test
    void whereTheRunBrokeOffBeforeItIsMadeThen() {
        diesBefore(2);

        assertThat(stage.resume()).isEqualTo(RunOutcome.DONE);
        assertThat(looks).isEqualTo(2);
        assertThat(journaled()).hasSize(1);
    }

    @Test
    void whatBlocksThenLeavesTheJournalAsItWas() {
        diesBefore(2);
        stage.preflight(() -> {
            throw Failure.of("The topology is not supported.");
        });

        assertThatThrownBy(stage::resume).isInstanceOf(Failure.class);
        assertThat(stage.journal.records()).hasSize(1);
    }

    @Test
    void aJournalWithoutOneIsCarriedOnWithoutOne() {
        var older = new Stage(RUNBOOK, Libraries.NONE);
        older.dieAt(6, false);
        assertThatThrownBy(older::run).isInstanceOf(Journal.JournalLost.class);
        older.preflight(finds("3e11"));

        assertThat(older.resume()).isEqualTo(RunOutcome.DONE);
        assertThat(looks).isZero();
    }
}
