package dev.lifeboat.builtins.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FirstOfTwoTest {
    private static final FirstOfTwo ENDS = FirstOfTwo.of('\'', '\\');

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void findsWhatLookingAtEachFinds(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 10_000; round++) {
            byte[] bytes = new byte[random.nextInt(40)];
            random.nextBytes(bytes);
            IntStream.range(0, random.nextInt(3)).filter(i -> bytes.length > 0)
                    .forEach(i -> bytes[random.nextInt(bytes.length)] = (byte) (random.nextBoolean() ? '\'' : '\\'));
            int from = random.nextInt(bytes.length + 1);
            int end = from + random.nextInt(bytes.length - from + 1);

            int expected = IntStream.range(from, end).filter(at -> bytes[at] == '\'' || bytes[at] == '\\').findFirst()
                    .orElse(end);
            assertThat(ENDS.in(bytes, from, end)).isEqualTo(expected);
        }
    }
}
