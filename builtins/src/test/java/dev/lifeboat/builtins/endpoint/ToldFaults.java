package dev.lifeboat.builtins.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lifeboat.grammar.Golden;
import dev.lifeboat.interpreter.builtin.Failure;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Gathers what is told of each fault of an adapter, and compares it with the file of this name: what, where, what is known of the outcome, what to do. */
final class ToldFaults {
    private static final Path FOLDER = Path.of("src/test/resources/endpoint");
    private final StringBuilder told = new StringBuilder();
    private final Map<String, String> stable = new LinkedHashMap<>();

    /** In texts, {@code varying} is written {@code name}: a port, a folder. */
    ToldFaults naming(Object varying, String name) {
        stable.put(varying.toString(), name);
        return this;
    }

    void of(String fault, Runnable call) {
        Failure failure = catchThrowableOfType(Failure.class, call::run);
        assertThat(failure).as(fault).isNotNull();
        told.append("# ").append(fault).append('\n').append(cleaned(failure.getMessage())).append('\n');
        failure.evidence().forEach(line -> told.append("evidence: ").append(cleaned(line)).append('\n'));
        told.append("outcome: ").append(failure.outcome()).append('\n');
        told.append("hint: ").append(cleaned(failure.hint())).append("\n\n");
    }

    void ofProbe(String fault, Endpoint.PathProbe probe) {
        told.append("# ").append(fault).append("\na write through it: ")
                .append(probe.accepted() ? "accepted" : cleaned(probe.detail())).append("\n\n");
    }

    private String cleaned(String text) {
        String cleaned = text.replaceAll("process \\d+", "process …");
        for (Map.Entry<String, String> entry : stable.entrySet()) {
            cleaned = cleaned.replace(entry.getKey(), entry.getValue());
        }
        return cleaned;
    }

    void compare(String file) {
        Golden.compare(FOLDER.resolve(file), told.toString());
    }
}
