package dev.lifeboat.interpreter.check;

import dev.lifeboat.grammar.Diagnostic;
import dev.lifeboat.grammar.Nearest;
import dev.lifeboat.grammar.Span;
import dev.lifeboat.grammar.tree.Declaration;
import dev.lifeboat.grammar.tree.Name;
import dev.lifeboat.grammar.tree.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Collects what a file and its libraries declare, and says what is declared twice. That each
 * declaration stands in the right kind of file, the parser has seen to. */
final class DeclarationReader {

    private final Libraries libraries;
    private final Findings findings;
    private final Declarations declarations = new Declarations();
    private final Set<String> read = new LinkedHashSet<>();

    DeclarationReader(Libraries libraries, Findings findings) {
        this.libraries = libraries;
        this.findings = findings;
    }

    Declarations read(SourceFile file) {
        switch (file) {
            case SourceFile.Runbook runbook -> {
                runbook.header().objectives().forEach(objective -> declarations.addObjective(objective.name().text()));
                ofRunbook(runbook.declarations());
            }
            case SourceFile.Library library -> ofLibrary(library.declarations(), Optional.empty());
        }
        return declarations;
    }

    private void ofRunbook(List<Declaration> all) {
        var ladders = new ArrayList<Declaration>();
        var updates = new ArrayList<Declaration>();
        for (var declaration : all) {
            switch (declaration) {
                case Declaration.Use use -> use(use);
                case Declaration.Template template ->
                    taken(declarations.add(template), template.name().span(), template.name().text());
                case Declaration.Param param -> {
                }
                case Declaration.Updates update -> updates.add(update);
                case Declaration.EscalationUse ladder -> ladders.add(ladder);
                case Declaration.Escalation ladder -> ladders.add(ladder);
                case Declaration.Procedure procedure -> {
                }
            }
        }
        onlyOne(ladders, "escalation");
        onlyOne(updates, "updates");
    }

    /** @param use where the runbook names the library; empty where the library itself is checked */
    private void ofLibrary(List<Declaration> all, Optional<Declaration.Use> use) {
        for (var declaration : all) {
            switch (declaration) {
                case Declaration.Use other -> use(other);
                case Declaration.Template template ->
                    taken(declarations.add(template), at(use, template.name().span()), template.name().text());
                case Declaration.Procedure procedure ->
                    taken(declarations.add(procedure), at(use, procedure.name().span()), procedure.name().text());
                case Declaration.Escalation ladder -> ladder.name().ifPresent(
                        name -> taken(declarations.add(name, ladder), at(use, name.span()), name.text()));
                case Declaration.EscalationUse ladder -> {
                }
                case Declaration.Param param -> {
                }
                case Declaration.Updates updates -> {
                }
            }
        }
    }

    private static Span at(Optional<Declaration.Use> use, Span name) {
        return use.map(other -> other.path().span()).orElse(name);
    }

    private void use(Declaration.Use use) {
        var path = use.path().value();
        if (!read.add(path)) {
            return;
        }
        var library = libraries.parsed().get(path);
        if (library != null) {
            declarations.add(library);
            ofLibrary(library.declarations(), Optional.of(use));
        } else if (!libraries.refused().contains(path)) {
            findings.add(Nearest.hint(path, libraries.parsed().sequencedKeySet())
                    .map(Diagnostic.error(CheckCode.NO_SUCH_LIBRARY, "There is no library `" + path + "`.",
                            use.path().span())::hint)
                    .orElse(Diagnostic
                            .error(CheckCode.NO_SUCH_LIBRARY, "There is no library `" + path + "`.", use.path().span())
                            .hint("A path is relative to the runbooks' root, the folder that holds `lifeboat.yaml`.")));
        }
    }

    private void taken(Optional<Name> first, Span at, String name) {
        first.ifPresent(other -> findings
                .add(Diagnostic.error(CheckCode.DECLARED_TWICE, "`" + name + "` is declared already.", at)
                        .label(other.span(), "declared here first")));
    }

    private void onlyOne(List<Declaration> all, String what) {
        all.stream().skip(1).forEach(second -> findings.add(
                Diagnostic.error(CheckCode.DECLARED_TWICE, "A runbook has only one `" + what + "`.", second.span())
                        .label(all.getFirst().span(), "this is the first")));
    }
}
