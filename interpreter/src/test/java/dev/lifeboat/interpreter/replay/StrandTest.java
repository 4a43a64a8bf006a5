package dev.lifeboat.interpreter.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class StrandTest {
    private final Strand main = new Strand("main", Optional.empty());

    private static String name(Strand parent, String what) {
        return parent.child(what, Optional.empty()).name();
    }

    @Test
    void itsNameSaysWhereItWasForkedAndNothingOfWhatElseWas() {
        var first = main.child("branch", Optional.empty());
        assertThat(first.name()).isEqualTo("main/branch");
        assertThat(name(main, "escalation")).isEqualTo("main/escalation");
        assertThat(name(main, "branch")).isEqualTo("main/branch 2");
        assertThat(name(first, "branch")).isEqualTo("main/branch/branch");
        assertThat(name(main, "branch")).isEqualTo("main/branch 3");
    }
}
