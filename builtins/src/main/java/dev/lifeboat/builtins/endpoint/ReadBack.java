package dev.lifeboat.builtins.endpoint;

import dev.lifeboat.interpreter.builtin.Failure;
import java.util.List;

/** Where an endpoint leads after it was told: where it does not say so any more, nobody knows what became of that. */
final class ReadBack {
    private ReadBack() {}

    static List<String> of(Endpoint endpoint) {
        try {
            return endpoint.targets();
        } catch (Failure failure) {
            throw Failure.unknown("Endpoint `" + endpoint.name()
                    + "` was told where to lead, and could not be asked afterwards. " + failure.getMessage())
                    .evidence(failure.evidence()).hint(failure.hint()).because(failure);
        }
    }
}
