package dev.lifeboat.grammar.tree;

import dev.lifeboat.grammar.Span;

/** What people are told: a text, or a template of the runbook or a library. */
public sealed interface Message extends Node permits Message.Literal, TemplateUse {

    record Literal(Expression.Text text, Span span) implements Message {}
}
