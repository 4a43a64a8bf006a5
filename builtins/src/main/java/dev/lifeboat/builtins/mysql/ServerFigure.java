package dev.lifeboat.builtins.mysql;

import dev.lifeboat.builtins.mysql.ServerMetrics.Counters;
import dev.lifeboat.interpreter.builtin.Failure;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a server counts itself, in {@code performance_schema}. The names, in lower case, are those of figures. */
public enum ServerFigure {
    STATEMENTS_PER_SECOND("statements/s") {
        @Override
        public BigDecimal between(Counters first, Counters last) {
            return perSecond(last.statements() - first.statements(), first, last);
        }
    },
    WRITES_PER_SECOND("statements/s") {
        @Override
        public BigDecimal between(Counters first, Counters last) {
            return perSecond(last.writes() - first.writes(), first, last);
        }
    },
    STATEMENT_LATENCY("s") {
        @Override
        public BigDecimal between(Counters first, Counters last) {
            BigDecimal timed = BigDecimal.valueOf(last.timed() - first.timed());
            if (timed.signum() == 0) {
                throw Failure.of("No statement was run while it was measured: there is no latency.")
                        .hint("Look whether the application reaches the server.");
            }
            return BigDecimal.valueOf(last.picoseconds() - first.picoseconds()).scaleByPowerOfTen(-12)
                    .divide(timed, PRECISION);
        }
    };

    private static final MathContext PRECISION = new MathContext(6);
    private final String unit;

    ServerFigure(String unit) {
        this.unit = unit;
    }

    public abstract BigDecimal between(Counters first, Counters last);

    private static BigDecimal perSecond(long count, Counters first, Counters last) {
        return BigDecimal.valueOf(count).multiply(BigDecimal.valueOf(1_000_000))
                .divide(BigDecimal.valueOf(Duration.between(first.at(), last.at()).toNanos() / 1_000), PRECISION);
    }

    public String unit() {
        return unit;
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(ServerFigure::word).toList();
    }

    public static Optional<ServerFigure> of(String word) {
        return Arrays.stream(values()).filter(figure -> figure.word().equals(word)).findFirst();
    }
}
