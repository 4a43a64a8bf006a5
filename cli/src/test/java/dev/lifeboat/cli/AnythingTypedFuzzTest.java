package dev.lifeboat.cli;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.lifeboat.grammar.Rounds;
import dev.lifeboat.interpreter.check.Checker;
import dev.lifeboat.interpreter.check.Libraries;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * As {@link AnythingTypedTest}, with inputs that Jazzer grows from the golden files by looking at what they reach. It does so under `-Plong`; a usual build
 * reads golden files as they are, and the findings that are kept in the folder of inputs beside this class.
 */
class AnythingTypedFuzzTest {
    private static final Checker CHECKER = AnythingTypedTest.realChecker();
    private static final FrontEnd FRONT_END = new FrontEnd(parsed -> CHECKER.check(parsed, Libraries.NONE));

    /** Instrumented code takes its time to load, so that a usual build reads some of them alone. */
    static Stream<byte[]> goldenFiles() {
        List<String> files = AnythingTypedTest.goldenFiles();
        return files.reversed().stream().limit(Rounds.of(20, files.size()))
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    @MethodSource("goldenFiles")
    @DictionaryEntries({"step ", "phase ", "on failure ", "\"\"\"", "${", "${end}", "approve by ", "for each ",
            "else if "})
    @FuzzTest(maxDuration = "10m", maxExecutions = 100_000)
    void isRead(byte[] typed) {
        FRONT_END.file(new String(typed, StandardCharsets.UTF_8));
    }
}
