package dev.lifeboat.interpreter.evaluate;

import dev.lifeboat.interpreter.value.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A value to calculate with: an amount of one unit. Lengths of time and moments are in nanoseconds, sizes in bytes. */
record Quantity(Unit unit, BigDecimal amount) {

    enum Unit {
        WHOLE, NUMBER, PERCENT, TIME, DATA, MOMENT;

        boolean isNumber() {
            return this == WHOLE || this == NUMBER;
        }
    }

    private static final BigDecimal SECOND = BigDecimal.valueOf(1_000_000_000);

    static Optional<Quantity> of(Value value) {
        return switch (value) {
            case Value.Int number -> quantity(Unit.WHOLE, BigDecimal.valueOf(number.value()));
            case Value.Decimal number -> quantity(Unit.NUMBER, number.value());
            case Value.Percent percent -> quantity(Unit.PERCENT, percent.value());
            case Value.Span span -> quantity(Unit.TIME, nanoseconds(span.value()));
            case Value.Size size -> quantity(Unit.DATA, BigDecimal.valueOf(size.bytes()));
            case Value.Timestamp time ->
                quantity(Unit.MOMENT, nanoseconds(Duration.between(Instant.EPOCH, time.value())));
            case Value.Nothing nothing -> Optional.empty();
            case Value.Bool bool -> Optional.empty();
            case Value.Text text -> Optional.empty();
            case Value.Listing list -> Optional.empty();
            case Value.Fields fields -> Optional.empty();
            case Value.Word word -> Optional.empty();
            case Value.Handle handle -> Optional.empty();
            case Value.Secret secret -> Optional.empty();
            case Value.Code code -> Optional.empty();
        };
    }

    private static Optional<Quantity> quantity(Unit unit, BigDecimal amount) {
        return Optional.of(new Quantity(unit, amount));
    }

    private static BigDecimal nanoseconds(Duration duration) {
        return BigDecimal.valueOf(duration.getSeconds()).multiply(SECOND).add(BigDecimal.valueOf(duration.getNano()));
    }

    /** @throws ArithmeticException where it is larger than such a value can be */
    Value value() {
        return switch (unit) {
            case WHOLE -> new Value.Int(amount.longValueExact());
            case NUMBER -> new Value.Decimal(plain());
            case PERCENT -> new Value.Percent(plain());
            case TIME -> new Value.Span(duration());
            case DATA -> new Value.Size(amount.setScale(0, RoundingMode.HALF_UP).longValueExact());
            case MOMENT -> new Value.Timestamp(Instant.EPOCH.plus(duration()));
        };
    }

    private Duration duration() {
        var parts = amount.setScale(0, RoundingMode.HALF_UP).divideAndRemainder(SECOND);
        return Duration.ofSeconds(parts[0].longValueExact(), parts[1].longValueExact());
    }

    /** One form for one worth: `0.50` is `0.5`, and `1E+2` is `100`. */
    private BigDecimal plain() {
        var stripped = amount.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
