package dev.lifeboat.cli.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lifeboat.builtins.lab.LabServer;
import dev.lifeboat.interpreter.run.Event;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A failover on real MySQL whose process is killed at random moments, and carried on until it has ended. */
@Timeout(600)
class ResumeIT {
    private static final int ROUNDS = Boolean.getBoolean("long") ? 10 : 1;
    private static final int KILLS = 3;
    private static final String APPROVED = """
            approvals:
              promote: {by: infrastructure_manager, answer: yes}
              rebuild: {by: infrastructure_manager, answer: no}
            """;

    static LongStream seeds() {
        return LongStream.range(Long.getLong("seed", 0), Long.getLong("seed", 0) + ROUNDS);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    @DisplayName("killed three times and resumed, the failover ends as if it had not been")
    void endsAsIfNothingHadBeen(long seed) throws Exception {
        Random moments = new Random(seed);
        try (Estate estate = Estate.start(2, Map.of())) {
            estate.writer().start(300);
            estate.writer().awaitMore(200);
            estate.server("db1").kill();
            Path output = estate.journal().resolveSibling("output");
            MortalProcess process = start(estate, output);
            for (int kill = 0; kill < KILLS && process.killAtLine(estate.journal(), moment(estate, moments)); kill++) {
                process = start(estate, output);
            }
            assertThat(process.end()).as(Files.readString(output)).isZero();
            estate.writer().awaitMore(20);
            ended(estate, Files.readString(output));
        }
    }

    private static long moment(Estate estate, Random moments) throws Exception {
        return MortalProcess.lines(estate.journal()) + 1 + moments.nextInt(120);
    }

    private static MortalProcess start(Estate estate, Path output) throws Exception {
        return MortalProcess.start(output,
                Files.exists(estate.journal()) ? estate.resumes(APPROVED) : estate.runs(APPROVED));
    }

    private static void ended(Estate estate, String output) throws Exception {
        LabServer winner = estate.server(Journals.events(estate.journal(), Event.Learned.class)
                .filter(learned -> learned.fact().equals("candidate")).map(learned -> learned.value().toString())
                .map(value -> value.contains("db2") ? "db2" : "db3").reduce((first, last) -> last).orElseThrow());
        LabServer other = estate.server(winner.name().equals("db2") ? "db3" : "db2");
        assertThat(winner.value("SELECT @@GLOBAL.read_only")).as(output).isEqualTo("0");
        assertThat(other.value("SELECT @@GLOBAL.super_read_only")).as(output).isEqualTo("1");
        other.replica().awaitAppliedFrom(winner);
        assertThat(Journals.events(estate.journal(), Event.RunEnded.class).map(end -> end.outcome().name()).toList())
                .as(output).last().isEqualTo("DONE");
    }
}
