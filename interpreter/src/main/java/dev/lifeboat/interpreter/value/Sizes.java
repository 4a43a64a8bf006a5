package dev.lifeboat.interpreter.value;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;

/** Amounts of data for people: exact where a unit fits, else three digits in powers of ten. */
final class Sizes {
    private static final List<String> DECIMAL = List.of("B", "kB", "MB", "GB", "TB");
    private static final List<String> BINARY = List.of("B", "KiB", "MiB", "GiB", "TiB");

    private Sizes() {}

    /**
     * @return empty where there is no such unit, or no whole number of bytes
     * @throws ArithmeticException where it is larger than a size can be
     */
    static Optional<Long> bytes(BigDecimal count, String unit) {
        int decimal = DECIMAL.indexOf(unit);
        int binary = BINARY.indexOf(unit);
        if (decimal < 0 && binary < 0) {
            return Optional.empty();
        }
        BigDecimal bytes = count.multiply(decimal >= 0
                ? BigDecimal.TEN.pow(3 * decimal)
                : BigDecimal.TWO.pow(10 * binary));
        return Optional.of(bytes.longValueExact());
    }

    static String text(long bytes) {
        if (bytes < 0) {
            return "-" + text(bytes == Long.MIN_VALUE ? Long.MAX_VALUE : -bytes);
        }
        if (bytes < 1000) {
            return bytes + "B";
        }
        return bytes % 1000 == 0 ? rounded(bytes) : binary(bytes);
    }

    /** What was meant as so many MiB is a whole number of them, and not too large a number; anything else is in powers of ten. */
    private static String binary(long bytes) {
        int unit = 0;
        long count = bytes;
        while (count % 1024 == 0 && unit < BINARY.size() - 1) {
            count /= 1024;
            unit++;
        }
        return unit == 0 || count >= 10_000 ? rounded(bytes) : count + BINARY.get(unit);
    }

    private static String rounded(long bytes) {
        BigDecimal count = BigDecimal.valueOf(bytes);
        int unit = 0;
        while (unit < DECIMAL.size() - 1 && count.round(new MathContext(3)).compareTo(BigDecimal.valueOf(1000)) >= 0) {
            count = count.movePointLeft(3);
            unit++;
        }
        int digits = Math.max(3, count.precision() - count.scale());
        return count.round(new MathContext(digits)).stripTrailingZeros().toPlainString() + DECIMAL.get(unit);
    }
}
