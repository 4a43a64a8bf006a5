package dev.lifeboat.cli.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.grammar.Code;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page of each code shows what it says: in a mistake nothing but the code is found, and in what puts it right nothing at all. */
class ExplanationsTest {
    /** Their examples need other files, or builtins that are still to come. */
    private static final Set<String> NOT_TRIED_OUT = Set.of("LB222", "LB223", "LB226", "LB506", "LB507", "LB510",
            "LB607");

    @TempDir
    private static Path folder;
    private static ExampleFolder examples;

    @BeforeAll
    static void makeFolder() throws IOException {
        examples = new ExampleFolder(folder);
    }

    @ParameterizedTest
    @MethodSource
    void eachExampleShowsWhatItSays(Example example) throws IOException {
        List<String> found = examples.codes(example);
        if (example.isMistake()) {
            String code = example.fence().page().substring(0, "LB000".length());
            assertThat(found).as("%s%n%s", example, example.runbook()).containsOnly(code);
        } else {
            assertThat(found).as("%s%n%s", example, example.runbook()).isEmpty();
        }
    }

    static Stream<Example> eachExampleShowsWhatItSays() {
        return Codes.all().flatMap(code -> fences(code).stream()).filter(fence -> fence.language().equals("runbook"))
                .map(Example::of);
    }

    @Test
    void whatIsNotTriedOutIsKnown() {
        assertThat(Codes.all().filter(code -> fences(code).stream().anyMatch(fence -> fence.language().isEmpty()))
                .map(Code::id)).containsExactlyInAnyOrderElementsOf(NOT_TRIED_OUT);
    }

    private static List<Fence> fences(Code code) {
        return Fence.in(code.id(), code.explanation().lines().toList());
    }
}
