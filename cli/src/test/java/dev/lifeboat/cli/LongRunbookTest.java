package dev.lifeboat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.cli.files.RunbookRoot;
import dev.lifeboat.grammar.Formatter;
import dev.lifeboat.grammar.LongRunbook;
import dev.lifeboat.grammar.RunbookSyntax;
import dev.lifeboat.grammar.tree.SourceFile;
import dev.lifeboat.interpreter.check.Libraries;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;

/** What is measured with long runbooks is the reading of correct ones. */
class LongRunbookTest {

    private static final int SIZE = 50_000;

    @Test
    void nothingIsWrongWithIt() {
        SequencedMap<String, SourceFile.Library> used = new LinkedHashMap<>();
        used.put(LongRunbook.LIBRARY_PATH,
                (SourceFile.Library) RunbookSyntax.parse(LongRunbook.library()).tree().orElseThrow());
        var checker = Assembly.checker(RunbookRoot.of(Path.of("../runbooks/primary-failure.runbook")));
        var checked = checker.check(RunbookSyntax.parse(LongRunbook.of(SIZE)), new Libraries(used, List.of()));
        assertThat(checked.diagnostics()).isEmpty();
        assertThat(checked.program()).isPresent();
    }

    @Test
    void itIsInTheOneStyle() {
        var source = LongRunbook.of(SIZE);
        assertThat(Formatter.format(source).tree()).contains(source.text());
    }
}
