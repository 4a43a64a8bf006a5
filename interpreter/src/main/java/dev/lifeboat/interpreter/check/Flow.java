package dev.lifeboat.interpreter.check;

/** A place on a way through a runbook: the names that are bound there and what is known there. */
final class Flow {

    private final Scope scope;
    private Facts facts;

    Flow(Scope scope, Facts facts) {
        this.scope = scope;
        this.facts = facts;
    }

    Scope scope() {
        return scope;
    }

    Facts facts() {
        return facts;
    }

    /** From here on this holds too. */
    void learn(Facts more) {
        facts = facts.and(more);
    }

    /** A way of its own that begins here: what is bound and learned on it stays there. */
    Flow inner() {
        return new Flow(scope.inner(), facts);
    }

    Flow in(Scope other) {
        return new Flow(other, facts);
    }
}
