package dev.lifeboat.interpreter.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.interpreter.builtin.Effect;
import dev.lifeboat.interpreter.run.Event;
import dev.lifeboat.interpreter.run.Recorded;
import dev.lifeboat.interpreter.run.RunOutcome;
import dev.lifeboat.interpreter.value.Json;
import dev.lifeboat.interpreter.world.People.Choice;
import dev.lifeboat.interpreter.world.People.PauseAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResumptionTest {
    private final List<Recorded> history = new ArrayList<>();

    private void happens(String strand, Event event) {
        history.add(new Recorded(history.size() + 1, 1, strand, Instant.EPOCH, event));
    }

    private Resumption resumption() {
        return Resumption.of(history, "ann", "1.0", new LinkedHashMap<>(), List.of());
    }

    private List<Long> counting() {
        return resumption().script().stream().map(Recorded::number).toList();
    }

    private static Event ended(RunOutcome outcome) {
        return new Event.RunEnded(outcome, "", Duration.ZERO, List.of());
    }

    private static Event chosen(Choice choice) {
        return new Event.PauseAnswered("one", new PauseAnswer(choice, "ann", ""));
    }

    @Test
    void theEndOfAnInterruptedRunCountsNoMore() {
        happens("main", new Event.StepBegan("one", "One"));
        happens("main", ended(RunOutcome.INTERRUPTED));
        assertThat(counting()).containsExactly(1L);
        assertThat(resumption().event().orElseThrow().superseded()).containsExactly(2L);
    }

    @Test
    void whereSomebodyLeftTheAnswerAndWhatFollowedCountNoMoreButWhatOthersDidCounts() {
        happens("main", new Event.PhaseBegan("all", "All", null));
        happens("main/branch", new Event.StepBegan("one", "One"));
        happens("main/branch", chosen(Choice.LEAVE));
        happens("main/branch 2", new Event.StepBegan("two", "Two"));
        happens("main", new Event.PhaseEnded("all", Duration.ZERO, false));
        happens("main", ended(RunOutcome.NEEDS_A_PERSON));
        assertThat(counting()).containsExactly(1L, 2L, 4L);
    }

    @Test
    void whatAnEarlierResumptionHasSetAsideStaysAside() {
        happens("main", new Event.StepBegan("one", "One"));
        happens("main", chosen(Choice.LEAVE));
        happens("main", ended(RunOutcome.NEEDS_A_PERSON));
        happens("main", new Event.Resumed("ann", "1.0", List.of(2L, 3L), new LinkedHashMap<>(), List.of()));
        happens("main", chosen(Choice.SKIP));
        assertThat(counting()).containsExactly(1L, 5L);
    }

    private static final Event.FailureRecord HALTED = new Event.FailureRecord(Event.FailureKind.HALTED, false,
            "Another server.", List.of(), "");

    private void isHalted() {
        happens("main", new Event.StepBegan("one", "One"));
        happens("main", new Event.PortCallBegan(1, 1, "MySqlServer", "db1", "setReadOnly", new Json("[true]"),
                Effect.CHANGES));
        happens("main", new Event.PortCallEnded(1, 1, "MySqlServer", "db1", "setReadOnly", new Json("[true]"), null,
                HALTED, "3e11"));
        happens("main", new Event.CallEnded(1, null, HALTED, Duration.ZERO));
        happens("main", new Event.Escalated("trigger 1", Duration.ZERO, List.of("team"), "Another server."));
        happens("main/trigger 1", new Event.Acknowledged("trigger 1", "team", "ann", "terminal"));
        happens("main/rung 1", new Event.Acknowledged("rung 1", "lead", "bob", "terminal"));
    }

    @Test
    void whereAnotherServerEndedTheRunItGoesOnBeforeTheCallOfThatServer() {
        isHalted();
        happens("main", ended(RunOutcome.NEEDS_A_PERSON));
        assertThat(counting()).containsExactly(1L, 7L);
    }

    @Test
    void whereARunBreaksOffBeforeAnotherServerHasEndedItAllOfItCounts() {
        isHalted();
        assertThat(counting()).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
    }
}
