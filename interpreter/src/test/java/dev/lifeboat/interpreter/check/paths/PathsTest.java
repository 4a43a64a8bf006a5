package dev.lifeboat.interpreter.check.paths;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.grammar.RunbookSyntax;
import dev.lifeboat.grammar.Source;
import dev.lifeboat.interpreter.check.Checker;
import dev.lifeboat.interpreter.check.Draft;
import dev.lifeboat.interpreter.check.Libraries;
import dev.lifeboat.interpreter.check.words.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What the paths say of small runbooks, made up from fixed seeds, against all of their paths run one by one. */
class PathsTest {

    private static final int RUNBOOKS = 150;

    @Test
    void whatIsSaidToHoldOnAllPathsIsWhatHoldsOnEach() {
        var compared = 0;
        var kept = 0;
        for (var seed = 0; seed < RUNBOOKS; seed++) {
            var runbook = new SmallRunbook(seed);
            var expected = new Enumeration(runbook).alwaysBefore();
            if (!expected.isEmpty()) {
                assertThat(alwaysBefore(runbook.text())).as("seed %s%n%s", seed, runbook.text()).isEqualTo(expected);
                compared++;
                kept += expected.values().stream().anyMatch(done -> !done.isEmpty()) ? 1 : 0;
            }
        }
        assertThat(compared).isGreaterThan(RUNBOOKS / 2);
        assertThat(kept).isGreaterThan(RUNBOOKS / 4);
    }

    private static Map<Integer, Set<String>> alwaysBefore(String text) {
        var before = new TreeMap<Integer, Set<String>>();
        for (var arrival : Paths.of(draft(text), Set.<String>of(), PathsTest::after)) {
            if (SmallRunbook.WORDS.contains(arrival.at().signature().word())) {
                before.computeIfAbsent(arrival.at().span().line(), line -> new TreeSet<>(SmallRunbook.WORDS))
                        .retainAll(arrival.state());
            }
        }
        return before;
    }

    private static Set<String> after(Set<String> done, Event event) {
        var more = new TreeSet<>(done);
        if (event instanceof Event.Called called && SmallRunbook.WORDS.contains(called.signature().word())) {
            more.add(called.signature().word());
        }
        return Set.copyOf(more);
    }

    /** The draft that rules are given. */
    private static Draft draft(String text) {
        var seen = new AtomicReference<Draft>();
        new Checker(Words.vocabulary(), Optional.empty(), List.of((draft, findings) -> seen.set(draft)))
                .check(RunbookSyntax.parse(Source.of("small.runbook", text)), Libraries.NONE);
        return seen.get();
    }
}
