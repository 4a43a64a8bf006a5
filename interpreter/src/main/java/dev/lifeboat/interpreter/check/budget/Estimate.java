package dev.lifeboat.interpreter.check.budget;

import dev.lifeboat.interpreter.value.Texts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A sum of times, with what it is made of and what is missing in it. */
public record Estimate(List<Share> shares, List<Uncounted> uncounted) {

    public static final Estimate NOTHING = new Estimate(List.of(), List.of());

    /**
     * A step's part of the sum.
     *
     * @param work     all of it but the approval
     * @param approval how long its approval is assumed to take
     * @param sum      how the work comes about, where it is not a single time: "3 × 30s + 10s"; may be empty
     * @param remark   what else there is to say: "one round"; may be empty
     */
    public record Share(String step, Duration work, Duration approval, String sum, String remark) {

        public Duration total() {
            return work.plus(approval);
        }

        @Override
        public String toString() {
            var whole = step + " " + Texts.duration(total());
            var assumed = approval.isZero()
                    ? ""
                    : work.isZero()
                            ? "the approval, assumed"
                            : Texts.duration(approval) + " of it for the approval, assumed";
            var remarks = Stream.of(assumed, remark).filter(text -> !text.isEmpty()).collect(Collectors.joining(", "));
            return remarks.isEmpty() ? whole : whole + " (" + remarks + ")";
        }
    }

    /** @param reason why nothing could be counted: "no `takes`" */
    public record Uncounted(String step, String reason) {}

    public Estimate {
        shares = List.copyOf(shares);
        uncounted = List.copyOf(uncounted);
    }

    public Duration total() {
        return shares.stream().map(Share::total).reduce(Duration.ZERO, Duration::plus);
    }

    static Estimate sum(List<Estimate> parts) {
        return new Estimate(parts.stream().flatMap(part -> part.shares.stream()).toList(),
                parts.stream().flatMap(part -> part.uncounted.stream()).toList());
    }

    /** As the share of a single step: what of it is missing is named by that step. */
    Estimate asOne(String step) {
        var work = shares.stream().map(Share::work).reduce(Duration.ZERO, Duration::plus);
        var approvals = shares.stream().map(Share::approval).reduce(Duration.ZERO, Duration::plus);
        var share = new Share(step, work, approvals, "", "");
        return new Estimate(share.total().isZero() ? List.of() : List.of(share),
                uncounted.stream().map(missing -> new Uncounted(step, missing.reason())).distinct().toList());
    }

    Estimate remarked(String remark) {
        return new Estimate(
                shares.stream().map(
                        share -> new Share(share.step(), share.work(), share.approval(), share.sum(), remark)).toList(),
                uncounted);
    }

    /** The sum spelled out: "detect 15s + promote 6m 2s (6m of it for the approval, assumed)". */
    public String spelledOut() {
        return shares.stream().map(Share::toString).collect(Collectors.joining(" + "));
    }

    /** "Not counted: `announce` and `fence` (no `takes`)."; empty where nothing is missing. */
    public String missing() {
        var byReason = new LinkedHashMap<String, List<String>>();
        uncounted.forEach(one -> byReason.computeIfAbsent(one.reason(), reason -> new ArrayList<>())
                .add("`" + one.step() + "`"));
        return byReason.isEmpty()
                ? ""
                : "Not counted: " + byReason.entrySet().stream()
                        .map(group -> Texts.list(group.getValue()) + " (" + group.getKey() + ")")
                        .collect(Collectors.joining(", ")) + ".";
    }
}
