package dev.lifeboat.grammar;

import java.util.BitSet;
import java.util.List;
import java.util.Set;

/**
 * What a {@link Partial} tree does not hold. Whoever looks for mistakes in it is silent about what may only follow from
 * these.
 */
public final class Gaps {

    /** Those of a tree that is whole. */
    public static final Gaps NONE = new Gaps(List.of(), new Names(Set.of(), false, false), false);

    /**
     * What the pieces that were left out declare.
     *
     * @param known        as far as it can be told; among them are the words that these pieces begin with: `rto`
     * @param values       whether there are steps or parameters whose names can't be told
     * @param declarations whether there are templates, procedures or escalations whose names can't be told
     */
    public record Names(Set<String> known, boolean values, boolean declarations) {
        public Names {
            known = Set.copyOf(known);
        }
    }

    private final List<Span> spans;
    /** The characters of the source in the spans: with many errors, a list would have to be searched too often. */
    private final BitSet unclear = new BitSet();
    private final Names names;
    private final boolean misnested;

    /**
     * @param spans     of one source: what was left out, and the words at fault of each error
     * @param misnested whether a brace is missing or too many where it decides which steps stand in a loop
     */
    public Gaps(List<Span> spans, Names names, boolean misnested) {
        this.spans = List.copyOf(spans);
        this.names = names;
        this.misnested = misnested;
        spans.forEach(span -> unclear.set(span.start(), span.end()));
    }

    /** Whether nothing is missing. */
    public boolean isNone() {
        return spans.isEmpty();
    }

    /** Whether what stands here was not understood at all: a stand-in for it means nothing. */
    public boolean covers(Span span) {
        return isOfSource(span) && span.start() < span.end() && unclear.nextClearBit(span.start()) >= span.end();
    }

    /** Whether something of what stands here was not understood. */
    public boolean touches(Span span) {
        var next = unclear.nextSetBit(span.start());
        return isOfSource(span) && next >= 0 && next < Math.max(span.end(), span.start() + 1);
    }

    private boolean isOfSource(Span span) {
        return !spans.isEmpty() && spans.getFirst().source() == span.source();
    }

    /** Whether a clause, a field or something else of this name may be among what was left out. */
    public boolean mayHold(String name) {
        return names.known.contains(name);
    }

    /** Whether a step or a parameter of this name may be. */
    public boolean mayHoldValue(String name) {
        return names.values || mayHold(name);
    }

    /** Whether a template, a procedure or an escalation of this name may be. */
    public boolean mayHoldDeclaration(String name) {
        return names.declarations || mayHold(name);
    }

    /** Whether it is unclear which steps stand in which loop. */
    public boolean misnested() {
        return misnested;
    }
}
