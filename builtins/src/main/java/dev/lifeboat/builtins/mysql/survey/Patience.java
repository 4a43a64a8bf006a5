package dev.lifeboat.builtins.mysql.survey;

import dev.lifeboat.interpreter.builtin.Call;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Looks again and again, up to a limit. */
public record Patience(Call call, Duration limit, Duration every) {

    /** @return whether it became true before the limit was over; the time that a look takes comes on top */
    public boolean until(BooleanSupplier look) {
        for (Duration waited = Duration.ZERO; waited.compareTo(limit) < 0; waited = waited.plus(every)) {
            if (look.getAsBoolean()) {
                return true;
            }
            call.pause(every);
        }
        return look.getAsBoolean();
    }
}
