package dev.lifeboat.grammar.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReductionTest {

    @Test
    void whatIsLeftIsWhatItIsAbout() {
        var text = "runbook r \"R\"\n".repeat(40) + "let a = b ?? d\n" + "phase p \"P\" {\n}\n".repeat(40);
        assertThat(Reduction.of(text, smaller -> smaller.contains("??"))).isEqualTo("??");
        assertThat(Reduction.of(text, smaller -> smaller.contains("?") && smaller.contains("{"))).isEqualTo("?{");
    }

    @Test
    void whereNothingCanGoNothingGoes() {
        assertThat(Reduction.of("a\nb c\n", "a\nb c\n"::equals)).isEqualTo("a\nb c\n");
    }
}
