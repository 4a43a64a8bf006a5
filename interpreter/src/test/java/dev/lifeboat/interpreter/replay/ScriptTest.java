package dev.lifeboat.interpreter.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.interpreter.run.Event;
import dev.lifeboat.interpreter.run.Recorded;
import dev.lifeboat.interpreter.value.Value;
import dev.lifeboat.interpreter.world.People;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScriptTest {
    private static final Instant START = Instant.parse("2026-01-01T03:00:00Z");
    private final Strand main = new Strand("main", Optional.empty());
    private final Strand branch = main.child("branch", Optional.empty());

    private static Recorded at(long seconds, String strand, Event event) {
        return new Recorded(seconds + 1, 1, strand, START.plusSeconds(seconds), event);
    }

    private static Event read() {
        return new Event.ClockRead("step", 0, START);
    }

    @Test
    void eachStrandHasItsTurnInTheOrderOfAll() {
        var script = new Script(List.of(at(0, "main", read()), at(1, "main/branch", read()), at(2, "main", read())));
        assertThat(script.isTurnOf(main)).isTrue();
        assertThat(script.isTurnOf(branch)).isFalse();
        script.advance(main);
        assertThat(script.isTurnOf(branch)).isTrue();
        assertThat(script.next(main).orElseThrow().number()).isEqualTo(3);
        script.advance(branch);
        assertThat(script.next(branch)).isEmpty();
        assertThat(script.isUsedUp()).isFalse();
        script.advance(main);
        assertThat(script.isUsedUp()).isTrue();
        assertThat(script.isTurnOf(main)).isFalse();
    }

    @Test
    void whatAStrandWaitsForPeopleIsFromTheQuestionToTheAnswerOrTheEnd() {
        var question = new People.Question("step", "what", "int", "How many?", List.of(), false);
        var answered = new Script(List.of(at(0, "main", read()), at(10, "main", new Event.Asked(question)),
                at(40, "main", new Event.Answered("step", "what", new People.Answer(new Value.Int(1), "ann"))),
                at(50, "main", read())));
        assertThat(answered.waitsForPeople(main)).isEqualTo(Duration.ofSeconds(30));
        assertThat(answered.waitsForPeople(branch)).isZero();
        var asking = new Script(List.of(at(10, "main", new Event.Asked(question)), at(25, "main/branch", read())));
        assertThat(asking.waitsForPeople(main)).isEqualTo(Duration.ofSeconds(15));
    }

    @Test
    void newNumbersFollowTheHighest() {
        var script = new Script(List.of(at(0, "main", new Event.Learned(3, "a", Value.TRUE)),
                at(1, "main", new Event.Learned(7, "a", Value.TRUE)), at(2, "main", read())));
        assertThat(script.highest(Event.Learned.class, Event.Learned::call)).isEqualTo(7);
        assertThat(script.highest(Event.Did.class, Event.Did::call)).isZero();
    }
}
