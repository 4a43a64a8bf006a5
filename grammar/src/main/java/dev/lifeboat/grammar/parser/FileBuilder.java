package dev.lifeboat.grammar.parser;

import dev.lifeboat.grammar.Span;
import dev.lifeboat.grammar.parser.RunbookParser.TopLevelContext;
import dev.lifeboat.grammar.tree.Declaration;
import dev.lifeboat.grammar.tree.Header;
import dev.lifeboat.grammar.tree.Node;
import dev.lifeboat.grammar.tree.Phase;
import dev.lifeboat.grammar.tree.SourceFile;
import java.util.ArrayList;

/** Builds files, and holds the builders of their parts. */
final class FileBuilder {

    private final Findings findings;
    private final ExpressionBuilder expressions;
    private final StatementBuilder statements;
    private final ItemBuilder items;
    private final DeclarationBuilder declarations;

    FileBuilder(Findings findings) {
        this.findings = findings;
        this.expressions = new ExpressionBuilder(findings);
        this.statements = new StatementBuilder(findings, expressions);
        this.items = new ItemBuilder(findings, expressions, statements);
        this.declarations = new DeclarationBuilder(findings, expressions, statements, items);
    }

    ExpressionBuilder expressions() {
        return expressions;
    }

    StatementBuilder statements() {
        return statements;
    }

    SourceFile file(RunbookParser.SourceFileContext context) {
        return switch (context) {
            case RunbookParser.RunbookFileContext runbook -> runbook(runbook);
            case RunbookParser.LibraryFileContext library -> library(library);
            default -> throw new IllegalStateException("No file: " + context.getText());
        };
    }

    private SourceFile runbook(RunbookParser.RunbookFileContext context) {
        var declared = new ArrayList<Declaration>();
        var phases = new ArrayList<Phase>();
        for (var part : context.topLevel()) {
            switch (part(part)) {
                case Phase phase -> phases.add(phase);
                case Declaration declaration -> {
                    Placement.inRunbook(declaration, !phases.isEmpty(), findings);
                    declared.add(declaration);
                }
                default -> throw new IllegalStateException("No part of a runbook: " + part.getText());
            }
        }
        var head = context.runbookHead();
        return new SourceFile.Runbook(expressions.names().name(head.name()), expressions.texts().text(head.text()),
                header(head), declared, phases, whole());
    }

    private SourceFile library(RunbookParser.LibraryFileContext context) {
        var declared = new ArrayList<Declaration>();
        for (var part : context.topLevel()) {
            var node = part(part);
            Placement.inLibrary(node, findings);
            if (node instanceof Declaration declaration) {
                declared.add(declaration);
            }
        }
        return new SourceFile.Library(expressions.names().name(context.libraryHead().name()), declared, whole());
    }

    private Node part(TopLevelContext context) {
        return switch (context) {
            case RunbookParser.TopPhaseContext phase -> items.phase(phase.phase());
            case RunbookParser.TopProcedureContext procedure -> declarations.procedure(procedure.procedure());
            case RunbookParser.TopDeclarationContext declaration -> declarations
                    .declaration(declaration.declaration());
            default -> throw new IllegalStateException("Nothing at the top level: " + context.getText());
        };
    }

    Header header(RunbookParser.RunbookHeadContext head) {
        return new HeaderBuilder(findings, expressions).build(head.headerClause(),
                findings.positions().behind(head.text()));
    }

    private Span whole() {
        return findings.positions().source().whole();
    }
}
