package dev.lifeboat.interpreter.check;

import dev.lifeboat.grammar.Diagnostic;
import dev.lifeboat.grammar.Nearest;
import dev.lifeboat.grammar.Span;
import dev.lifeboat.grammar.tree.Declaration;
import dev.lifeboat.grammar.tree.Name;
import dev.lifeboat.grammar.tree.SourceFile;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
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
    /** The libraries that are being read, the innermost first: a chain of them may be longer than the stack is deep. */
    private final Deque<Opened> open = new ArrayDeque<>();

    /** @param use where the library is named; empty where the library itself is checked */
    private record Opened(Iterator<Declaration> rest, Optional<Declaration.Use> use) {}

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
            case SourceFile.Library library ->
                open.push(new Opened(library.declarations().iterator(), Optional.empty()));
        }
        readOpened();
        return declarations;
    }

    private void ofRunbook(List<Declaration> all) {
        var ladders = new ArrayList<Declaration>();
        var updates = new ArrayList<Declaration>();
        for (var declaration : all) {
            switch (declaration) {
                case Declaration.Use use -> {
                    use(use);
                    readOpened();
                }
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

    private void readOpened() {
        while (!open.isEmpty()) {
            var library = open.peek();
            if (library.rest().hasNext()) {
                ofLibrary(library.rest().next(), library.use());
            } else {
                open.pop();
            }
        }
    }

    private void ofLibrary(Declaration declaration, Optional<Declaration.Use> use) {
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
            open.push(new Opened(library.declarations().iterator(), Optional.of(use)));
        } else if (!libraries.refused().contains(path)) {
            findings.add(Nearest.hint(path, libraries.parsed().sequencedKeySet())
                    .map(Diagnostic.error(CheckCode.NO_SUCH_LIBRARY, "There is no library `" + path + "`.",
                            use.path().span())::hint)
                    .orElse(Diagnostic
                            .error(CheckCode.NO_SUCH_LIBRARY, "There is no library `" + path + "`.", use.path().span())
                            .hint("A path is relative to the runbooks' root, the folder that holds `lifeboat.yaml`, and never leads out of it.")));
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
