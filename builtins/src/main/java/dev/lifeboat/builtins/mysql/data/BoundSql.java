package dev.lifeboat.builtins.mysql.data;

import dev.lifeboat.builtins.mysql.MySqlServer.FreeSql;
import dev.lifeboat.builtins.mysql.MySqlServer.Parameter;
import dev.lifeboat.builtins.mysql.MySqlServer.Parameter.Kind;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.value.Texts;
import dev.lifeboat.interpreter.value.Value;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The language's values as parameters of a statement. */
final class BoundSql {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS")
            .withZone(ZoneOffset.UTC);

    private BoundSql() {}

    static FreeSql of(Value.Code sql) {
        return new FreeSql(sql.text(), sql.parameters().stream().map(BoundSql::parameter).toList());
    }

    private static Parameter parameter(Value value) {
        return switch (value) {
            case Value.Bool bool -> whole(bool.value() ? 1 : 0);
            case Value.Int number -> whole(number.value());
            case Value.Size size -> whole(size.bytes());
            case Value.Decimal number -> number(number.value());
            case Value.Percent percent -> number(percent.value());
            case Value.Span span -> number(seconds(span.value()));
            case Value.Timestamp time -> text(time(time.value()));
            case Value.Text text -> text(text.value());
            case Value.Word word -> text(word.word());
            case Value.Handle handle -> text(handle.text());
            case Value.Nothing none -> throw unbound(value);
            case Value.Listing list -> throw unbound(value);
            case Value.Fields fields -> throw unbound(value);
            case Value.Secret secret -> throw unbound(value);
            case Value.Code code -> throw unbound(value);
        };
    }

    private static Parameter text(String text) {
        return new Parameter(Kind.TEXT, text);
    }

    private static Parameter whole(long number) {
        return new Parameter(Kind.WHOLE, Long.toString(number));
    }

    private static Parameter number(BigDecimal number) {
        return new Parameter(Kind.NUMBER, number.toPlainString());
    }

    private static BigDecimal seconds(Duration duration) {
        return BigDecimal.valueOf(duration.toNanos(), 9).stripTrailingZeros();
    }

    private static String time(Instant time) {
        return TIME.format(time);
    }

    private static Failure unbound(Value value) {
        return Failure.of("`" + Texts.of(value) + "` can't be one value in SQL.");
    }
}
