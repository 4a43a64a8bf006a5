package dev.lifeboat.interpreter.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every run of the golden tests dies at records of its journal, just before one is written and just behind it, and is carried on in the world that it left: then it is
 * told as if nothing had been, and nothing was done twice. Under {@code -Dlong=true} at each record, else at every seventh.
 */
@Timeout(300)
class ResumedStoriesTest {
    private static final int STEP = Boolean.getBoolean("long") ? 1 : 7;

    static Stream<Path> runbooks() throws IOException {
        return RunGoldenTest.runbooks();
    }

    @ParameterizedTest
    @MethodSource("runbooks")
    void isToldAsIfNothingHadBeen(Path file) throws IOException {
        var runbook = Files.readString(file);
        var whole = new Stage(runbook, RunGoldenTest.libraries());
        var outcome = whole.run();
        var records = whole.journal.records();
        int first = 2 + Math.floorMod(file.getFileName().toString().hashCode(), STEP);
        for (int last = first; last <= records.size(); last += STEP) {
            for (boolean after : List.of(false, true)) {
                var crash = new Crash(records, after ? last : last - 1);
                var stage = died(runbook, last, after);
                if (crash.isRepeatable()) {
                    assertThat(stage.resume()).as(crash.toString()).isEqualTo(outcome);
                    assertThat(told(stage, crash)).as(crash.toString()).isEqualTo(crash.told(records.stream()));
                    assertThat(stage.boxes.contents()).as(crash.toString()).isEqualTo(whole.boxes.contents());
                    // What was there already may not have to be written once more.
                    assertThat(stage.boxes.writes()).as(crash.toString()).isLessThanOrEqualTo(whole.boxes.writes());
                }
            }
        }
    }

    private static Stage died(String runbook, int last, boolean after) throws IOException {
        var stage = new Stage(runbook, RunGoldenTest.libraries());
        stage.dieAt(last, after);
        assertThat(stage.dies()).as("It dies at record %d", last).isTrue();
        return stage;
    }

    private static String told(Stage stage, Crash crash) {
        var superseded = new HashSet<Long>();
        stage.journal.records().forEach(recorded -> {
            if (recorded.event() instanceof Event.Resumed resumed) {
                superseded.add(recorded.number());
                superseded.addAll(resumed.superseded());
            }
        });
        return crash.told(stage.journal.records().stream()
                .filter(recorded -> !superseded.contains(recorded.number())));
    }

    /**
     * Where it died.
     *
     * @param records of the run that did not die
     * @param done    how many of them are in the journal
     */
    private record Crash(List<Recorded> records, int done) {

        /** What happens in different strands at one moment has no order; and of time that passed behind the last record nobody knows. */
        String told(Stream<Recorded> story) {
            boolean timeIsLost = !next().at().equals(last().at());
            return story.filter(recorded -> !(recorded.event() instanceof Event.Learned))
                    .collect(Collectors.groupingBy(Recorded::strand)).entrySet().stream()
                    .map(strand -> strand.getKey() + "\n" + new Story(strand.getValue()))
                    .map(text -> timeIsLost
                            ? text.replaceAll("(?m)^\\S+ +|(took|measured|elapsed|after)=\\S+", "")
                            : text)
                    .sorted()
                    .collect(Collectors.joining());
        }

        private Recorded last() {
            return records.get(done - 1);
        }

        private Recorded next() {
            return records.get(Math.min(done, records.size() - 1));
        }

        /** Not where somebody was being asked, who takes their time once more; nor where the world would do something that it does only once. */
        boolean isRepeatable() {
            return !isAsking() && !isCalling() && !isBusyElsewhere() && !goesWrong(next().event())
                    && !goesWrong(last().event())
                    && !isSilent() && !isInterrupted();
        }

        private boolean isAsking() {
            return count(Event.ApprovalAsked.class) + count(Event.Paused.class)
                    + count(Event.Asked.class) > count(Event.ApprovalAnswered.class) + count(Event.PauseAnswered.class)
                            + count(Event.Answered.class);
        }

        /** Somebody was called who is going to acknowledge it. */
        private boolean isCalling() {
            var open = new HashSet<String>();
            return records.stream().skip(done).filter(recorded -> open.add(recorded.strand()))
                    .anyMatch(recorded -> recorded.event() instanceof Event.Acknowledged);
        }

        private long count(Class<? extends Event> kind) {
            return before().map(Recorded::event).filter(kind::isInstance).count();
        }

        private Stream<Recorded> before() {
            return records.stream().limit(done);
        }

        /** Another strand waits for a box. */
        private boolean isBusyElsewhere() {
            var open = new HashSet<String>();
            before().forEach(recorded -> {
                if (recorded.event() instanceof Event.CallBegan) {
                    open.add(recorded.strand());
                } else if (recorded.event() instanceof Event.CallEnded) {
                    open.remove(recorded.strand());
                }
            });
            return open.stream().anyMatch(strand -> !strand.equals(next().strand()));
        }

        private static boolean goesWrong(Event event) {
            return switch (event) {
                case Event.NotModelled gap -> true;
                case Event.WaitCut cut -> true;
                case Event.PortCallEnded look when look.method().equals("shows") -> true;
                case Event.PortCallEnded ended -> ended.failure() != null;
                default -> false;
            };
        }

        /** A box is asked what came of a write, that has not answered since another. */
        private boolean isSilent() {
            return last().event() instanceof Event.PortCallBegan began
                    && before().map(Recorded::event).anyMatch(event -> event instanceof Event.PortCallEnded ended
                            && ended.target().equals(began.target()) && ended.failure() != null
                            && ended.failure().outcomeUnknown());
        }

        private boolean isInterrupted() {
            return next().event() instanceof Event.RunEnded end && end.outcome() == RunOutcome.INTERRUPTED;
        }

        @Override
        public String toString() {
            return "Died behind " + last() + ", before " + next();
        }
    }
}
