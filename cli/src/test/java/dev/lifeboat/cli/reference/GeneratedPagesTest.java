package dev.lifeboat.cli.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.builtins.Builtins;
import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.grammar.Golden;
import dev.lifeboat.interpreter.builtin.TypeDocs;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The references that are made from the code are the committed ones; {@code -Dgolden=rewrite} writes them anew. */
class GeneratedPagesTest {
    private static final Path DOCS = Path.of("../docs");

    private final BuiltinsPage builtins = new BuiltinsPage(Builtins.registry(Inventory.EMPTY));

    @Test
    void thePageAboutTheBuiltinsIsThatOfTheCode() {
        Golden.compare(DOCS.resolve("builtins.md"), builtins.text());
    }

    @Test
    void thePageAboutTheDiagnosticsIsThatOfTheCode() {
        Golden.compare(DOCS.resolve("diagnostics.md"), DiagnosticsPage.text());
    }

    @Test
    void everyFieldAndWordIsExplained() {
        TypeDocs docs = builtins.types().docs();
        assertThat(builtins.words()).allSatisfy(word -> assertThat(builtins.types().withParts(word.answer()))
                .allSatisfy(type -> assertThat(docs.parts(type).values()).as(type.toString()).isNotEmpty()
                        .noneMatch(String::isBlank)));
    }

    @Test
    void noCodeIsThereTwice() {
        assertThat(Codes.all()).extracting(dev.lifeboat.grammar.Code::id).doesNotHaveDuplicates()
                .hasSizeGreaterThan(70);
    }
}
