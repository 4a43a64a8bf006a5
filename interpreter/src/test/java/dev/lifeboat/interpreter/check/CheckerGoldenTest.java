package dev.lifeboat.interpreter.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.grammar.Diagnostic;
import dev.lifeboat.grammar.Diagnostics;
import dev.lifeboat.grammar.Golden;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each runbook under {@code check} has beside it what the checker says about it; {@code fine} holds those about which
 * it says nothing.
 */
class CheckerGoldenTest {

    static Stream<Path> files() {
        return CheckedFiles.all();
    }

    @ParameterizedTest
    @MethodSource("files")
    void saysWhatIsExpected(Path file) {
        var diagnostics = Diagnostics.render(CheckedFiles.check(file).diagnostics(), false);
        Golden.check(file, ".diagnostics", diagnostics);
    }

    @ParameterizedTest
    @MethodSource("files")
    void thereIsAProgramIfNothingIsWrong(Path file) {
        var checked = CheckedFiles.check(file);
        var refused = checked.diagnostics().stream().anyMatch(Diagnostic::isError)
                || file.startsWith(CheckedFiles.ROOT.resolve("libraries"));
        assertThat(checked.program().isEmpty()).isEqualTo(refused);
    }

    /** A file is named after the code that it shows, and shows it. */
    @Test
    void everyCodeIsShownByItsFile() {
        var uncovered = Arrays.stream(CheckCode.values()).filter(code -> CheckedFiles.all()
                .filter(file -> file.getFileName().toString().startsWith(code.id()))
                .noneMatch(file -> CheckedFiles.check(file).diagnostics().stream()
                        .anyMatch(found -> found.code() == code)))
                .toList();
        assertThat(uncovered).isEmpty();
    }

    @Test
    void whatIsFineIsFine() {
        assertThat(CheckedFiles.all().filter(file -> file.startsWith(CheckedFiles.ROOT.resolve("fine"))))
                .isNotEmpty().allSatisfy(file -> assertThat(CheckedFiles.check(file).diagnostics()).isEmpty());
    }

    @Test
    void everyCodeIsExplainedWithAnExample() {
        assertThat(CheckCode.values()).allSatisfy(code -> assertThat(code.explanation()).contains(code.id(), "```"));
    }
}
