package dev.lifeboat.builtins.endpoint;

import dev.lifeboat.builtins.endpoint.Endpoint.View;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.value.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads back where an endpoint leads, from all whom the application may ask, until they agree or nobody may still have the old answer. */
record Settling(Call call, Endpoint endpoint) {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    /** Whole seconds are what a time to live is told in. */
    private static final Duration ROUNDING = Duration.ofSeconds(2);

    void await(List<String> wanted) {
        List<View> others = others(wanted);
        Instant end = call.now().plus(longest(others)).plus(ROUNDING);
        while (!others.isEmpty() && mayStillChange(others) && call.now().isBefore(end)) {
            call.progress(told(others) + "; for " + longest(others).toSeconds() + " s at the most");
            call.pause(BETWEEN_LOOKS);
            others = others(wanted);
        }
        if (!others.isEmpty()) {
            throw Failure.unknown("Endpoint `" + endpoint.name() + "` was told to lead to " + Texts.list(wanted)
                    + ", and it does not: " + told(others) + ".")
                    .hint("Something else may be steering it, such as a monitor of its own or a cache that keeps answers for longer than it may.");
        }
    }

    private static boolean mayStillChange(List<View> others) {
        return others.stream().anyMatch(view -> !view.kept().isZero());
    }

    private List<View> others(List<String> wanted) {
        return endpoint.views().stream()
                .filter(view -> view.problem().isPresent() || !Set.copyOf(view.targets()).equals(Set.copyOf(wanted)))
                .toList();
    }

    private static Duration longest(List<View> views) {
        return views.stream().map(View::kept).max(Comparator.naturalOrder()).orElse(Duration.ZERO);
    }

    private static String told(List<View> others) {
        return others.stream().map(view -> view.problem().map(WayProof::withoutStop)
                .orElseGet(() -> view.source() + " says " + Texts.list(view.targets())))
                .collect(Collectors.joining(", "));
    }
}
