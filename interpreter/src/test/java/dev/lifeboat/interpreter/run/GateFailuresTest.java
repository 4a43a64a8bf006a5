package dev.lifeboat.interpreter.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.builtin.Lamp;
import dev.lifeboat.interpreter.journal.Journal;
import dev.lifeboat.interpreter.value.Value;
import dev.lifeboat.interpreter.world.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class GateFailuresTest {
    private static final Value A = GateRig.A;
    private final GateRig rig = new GateRig();

    @Test
    void aProbePutsBackAlsoWhenTheTimeIsUp() {
        rig.lamp.onTurn = () -> {
            rig.lamp.onTurn = () -> {};
            rig.clock.sleep(Duration.ofHours(1));
        };
        assertThatExceptionOfType(Clock.DeadlinePassed.class)
                .isThrownBy(() -> rig.clock.within(Duration.ofSeconds(1), () -> rig.call("lamp.probe", A)))
                .satisfies(passed -> assertThat(passed.interrupted()).isEqualTo("lamp.probe"));
        assertThat(rig.lamp.reached).contains("turn false");
    }

    @Test
    void aPortThatTheInventoryDoesNotHaveIsAFailure() {
        assertThatExceptionOfType(Failure.class)
                .isThrownBy(() -> rig.call("lamp.is_lit", new Value.Handle("lamp", "z")))
                .withMessage("The inventory has no lamp `z`.");
        assertThat(rig.journal.text()).endsWith(
                """
                        "CallEnded","call":1,"failure":{"kind":"FAILED","outcomeUnknown":false,"message":"The inventory has no lamp `z`.","evidence":[],"hint":""},"took":"PT0S"}
                        """);
    }

    @Test
    void aFailureComesThroughAsItWas() {
        Failure failure = Failure.unknown("Lamp a did not answer.").evidence(List.of("sent"))
                .hint("Look at it.");
        rig.lamp.onTurn = () -> {
            throw failure;
        };
        assertThatExceptionOfType(Failure.class).isThrownBy(() -> rig.call("lamp.turn", A, Value.TRUE))
                .isSameAs(failure);
        String record = """
                "failure":{"kind":"FAILED","outcomeUnknown":true,"message":"Lamp a did not answer.","evidence":["sent"],"hint":"Look at it."}""";
        assertThat(rig.journal.text()).containsSubsequence("PortCallEnded", record, "CallEnded", record);
    }

    @Test
    void aDeadlineInAChangeLeavesItUnknown() {
        rig.lamp.onTurn = () -> rig.clock.sleep(Duration.ofHours(1));
        assertThatExceptionOfType(Clock.DeadlinePassed.class)
                .isThrownBy(
                        () -> rig.clock.within(Duration.ofSeconds(9), () -> rig.call("lamp.turn", A, Value.TRUE)))
                .satisfies(passed -> assertThat(passed.interrupted()).isEqualTo("lamp.turn"))
                .satisfies(passed -> assertThat(passed.owner()).isNotNull());
        String record = "\"failure\":{\"kind\":\"TIME_UP\",\"outcomeUnknown\":true,\"message\":\"The time was up.\"";
        assertThat(rig.journal.text()).containsSubsequence("PortCallEnded", record, "CallEnded", record,
                "\"took\":\"PT9S\"");
    }

    @Test
    void aDeadlineBeforeTheFirstChangeLeavesNothingUnknown() {
        assertThatExceptionOfType(Clock.DeadlinePassed.class)
                .isThrownBy(() -> rig.clock.within(Duration.ofSeconds(9),
                        () -> rig.call("lamp.dim", A, new Value.Span(Duration.ofMinutes(1)))))
                .satisfies(passed -> assertThat(passed.interrupted()).isEmpty());
        assertThat(rig.journal.text()).contains("\"kind\":\"TIME_UP\",\"outcomeUnknown\":false");
        assertThat(rig.lamp.reached).doesNotContain("turn false");
    }

    @Test
    void noPortCallBeginsWhenTheTimeIsUp() {
        assertThatExceptionOfType(Clock.DeadlinePassed.class)
                .isThrownBy(() -> rig.clock.within(Duration.ZERO, () -> rig.call("lamp.smash", A)));
        assertThat(rig.lamp.reached).doesNotContain("smash", "PortCallBegan");
    }

    @Test
    void aCancelledChangeIsUnknownToo() {
        rig.lamp.onTurn = () -> {
            throw new Clock.Cancelled();
        };
        assertThatExceptionOfType(Clock.Cancelled.class).isThrownBy(() -> rig.call("lamp.turn", A, Value.TRUE));
        assertThat(rig.journal.text()).contains("\"kind\":\"CANCELLED\",\"outcomeUnknown\":true");
    }

    @Test
    void aDefectIsJournaledAndComesThrough() {
        rig.lamp.onTurn = () -> {
            throw new UnsupportedOperationException("oops");
        };
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> rig.call("lamp.turn", A, Value.TRUE));
        assertThat(rig.journal.text()).contains("\"kind\":\"DEFECT\",\"outcomeUnknown\":true,\"message\":"
                + "\"This is a defect in Lifeboat: java.lang.UnsupportedOperationException: oops\"");
    }

    @Test
    void aBuiltinThatWouldDoMoreThanItSaysDoesNotReachTheOutside() {
        assertThatIllegalStateException().isThrownBy(() -> rig.call("lamp.liar", A)).withMessage(
                "`lamp.liar` is declared as OBSERVES, and `turn`, which it would call, is one of CHANGES.");
        assertThatIllegalStateException().isThrownBy(() -> rig.call("lamp.careless", A))
                .withMessage("`lamp.careless` would call `turn` before it has registered its inverse.");
        assertThat(rig.lamp.reached).doesNotContain("turn true");
    }

    @Test
    void whoIsBehindANameIsTaughtOnlyByABuiltinThatIsDeclaredTo() {
        assertThatIllegalStateException()
                .isThrownBy(() -> rig.underWay("lamp.turn").learn("identity of a", new Value.Text("another")))
                .withMessage("`lamp.turn` would teach the run the identity of a, and is not declared to change any.");
    }

    @Test
    void aJournalThatIsLostStopsEverything() {
        rig.journal.loseAfter(1);
        assertThatExceptionOfType(Journal.JournalLost.class).isThrownBy(() -> rig.call("lamp.smash", A));
        assertThat(rig.lamp.reached).doesNotContain("smash");
        rig.journal.loseAfter(2);
        assertThatExceptionOfType(Journal.JournalLost.class).isThrownBy(() -> rig.call("lamp.smash", A));
        assertThat(rig.lamp.reached).containsOnlyOnce("smash").endsWith("smash");
    }
}
