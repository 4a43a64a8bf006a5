package dev.lifeboat.grammar.parser;

import dev.lifeboat.grammar.Span;
import dev.lifeboat.grammar.parser.RunbookParser.HandlerContext;
import dev.lifeboat.grammar.tree.Block;
import dev.lifeboat.grammar.tree.Expression.Text;
import dev.lifeboat.grammar.tree.Handlers;
import java.util.List;
import java.util.Optional;

/** Collects the handlers of one step. */
final class HandlerBuilder {

    private final Findings findings;
    private final StatementBuilder statements;
    private final TextBuilder texts;
    private final Once once;

    private Optional<Block> verify = Optional.empty();
    private Optional<Block> undo = Optional.empty();
    private Optional<Text> irreversible = Optional.empty();
    private Optional<Text> keep = Optional.empty();
    private Optional<Block> onFailure = Optional.empty();

    HandlerBuilder(Findings findings, StatementBuilder statements, TextBuilder texts) {
        this.findings = findings;
        this.statements = statements;
        this.texts = texts;
        this.once = new Once(findings);
    }

    Handlers build(List<HandlerContext> contexts, Span behind) {
        contexts.forEach(this::add);
        var span = contexts.isEmpty()
                ? behind
                : findings.span(contexts.getFirst().getStart(), contexts.getLast().getStop());
        return new Handlers(verify, undo, irreversible, keep, onFailure, span);
    }

    private void add(HandlerContext context) {
        switch (context) {
            case RunbookParser.VerifyHandlerContext handler -> verify = once.set(verify, "verify", handler,
                    statements.block(handler.block()));
            case RunbookParser.UndoHandlerContext handler -> undo = once.set(undo, "undo", handler,
                    statements.block(handler.block()));
            case RunbookParser.IrreversibleHandlerContext handler -> irreversible = once.set(irreversible,
                    "irreversible", handler, texts.text(handler.text()));
            case RunbookParser.KeepHandlerContext handler -> keep = once.set(keep, "keep", handler,
                    texts.text(handler.text()));
            case RunbookParser.OnFailureHandlerContext handler -> onFailure = once.set(onFailure, "on failure",
                    handler, statements.block(handler.block()));
            default -> throw new IllegalStateException("No handler: " + context.getText());
        }
    }
}
