package dev.lifeboat.interpreter.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A run that ended because a name led to another server, and is carried on. */
class HaltedRunTest {

    private static Stage halted(String runbook) throws IOException {
        var stage = new Stage(Files.readString(Path.of("src/test/resources/run", runbook)), RunGoldenTest.libraries());
        assertThat(stage.run()).isEqualTo(RunOutcome.NEEDS_A_PERSON);
        return stage;
    }

    private static long count(Stage stage, Class<? extends Event> kind) {
        return stage.journal.records().stream().map(Recorded::event).filter(kind::isInstance).count();
    }

    @Test
    void goesOnWhereItStoodOnceThatIsPutRight() throws IOException {
        var stage = halted("identity.runbook");
        stage.boxes.identify("b", "7c22");

        assertThat(stage.resume()).isEqualTo(RunOutcome.DONE);
        assertThat(stage.boxes.contents()).containsEntry("a", "a2").containsEntry("b", "b2");
        assertThat(stage.boxes.writes()).as("each change is made once").isEqualTo(4);
        assertThat(count(stage, Event.ApprovalAsked.class)).as("an approval holds").isEqualTo(1);
    }

    @Test
    void endsThereOnceMoreWhereThatIsNotPutRight() throws IOException {
        var stage = halted("identity.runbook");

        assertThat(stage.resume()).isEqualTo(RunOutcome.NEEDS_A_PERSON);
        assertThat(stage.resume()).isEqualTo(RunOutcome.NEEDS_A_PERSON);
        assertThat(stage.boxes.contents()).containsEntry("a", "a1").containsEntry("b", "b1");
        stage.boxes.identify("b", "7c22");
        assertThat(stage.resume()).isEqualTo(RunOutcome.DONE);
    }

    @Test
    void rollsBackToTheEndOnceThatIsPutRight() throws IOException {
        var stage = halted("identity-undo.runbook");
        stage.boxes.identify("b", "7c22");

        assertThat(stage.resume()).isEqualTo(RunOutcome.ROLLED_BACK);
        assertThat(stage.boxes.contents()).containsEntry("a", "a0").containsEntry("b", "b0");
    }
}
