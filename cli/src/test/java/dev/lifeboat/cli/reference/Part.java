package dev.lifeboat.cli.reference;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which part of a runbook an example shows, and what makes a whole runbook of it. */
enum Part {
    /** A runbook from its first word to its last. */
    WHOLE {
        @Override
        String complete(String example) {
            return example;
        }
    },
    /** A file of its own, which later examples of the page can use; where it lies stands in its first line, as a comment. */
    LIBRARY {
        @Override
        String complete(String example) {
            return example;
        }
    },
    HEADER {
        @Override
        String complete(String example) {
            return runbook(mandatory(example) + indented(1, example), DECLARED, CALM_STEP);
        }

        private String mandatory(String example) {
            return (example.contains("version") ? "" : VERSION) + (example.contains("owner") ? "" : OWNER);
        }
    },
    DECLARATION {
        @Override
        String complete(String example) {
            return runbook(HEAD, example, CALM_STEP);
        }
    },
    /** One or several of a phase's steps. */
    STEP {
        @Override
        String complete(String example) {
            return runbook(HEAD, DECLARED, example);
        }
    },
    STATEMENT {
        @Override
        String complete(String example) {
            return runbook(HEAD, DECLARED, step(example));
        }
    },
    /** One a line; what it comes to stands behind it, as a comment. */
    EXPRESSION {
        @Override
        String complete(String example) {
            return runbook(HEAD, DECLARED, step(example.lines().map(Part::compared).collect(Collectors.joining("\n"))));
        }
    };

    private static final String VERSION = "    version \"1.0\"\n";
    private static final String OWNER = "    owner @database_lead\n";
    private static final String HEAD = VERSION + OWNER + "    on failure stop\n";
    private static final String DECLARED = """
            param service: endpoint = endpoint("orders-db")
            param db1: server = server("db1")
            param db2: server = server("db2")
            param dr1: server = server("dr1")
            """;
    private static final String CALM_STEP = """
            step example "An example" timeout 1m takes 1s {
                require mysql.ping(cluster.primary)
            }
            """;

    abstract String complete(String example);

    static Optional<Part> find(String word) {
        return Stream.of(values()).filter(part -> part.name().toLowerCase(Locale.ROOT).equals(word)).findFirst();
    }

    private static String runbook(String header, String declarations, String steps) {
        return "runbook example \"An example\"\n" + header + "\n" + declarations
                + "\nphase example \"An example\" {\n" + indented(1, steps) + "}\n";
    }

    private static String step(String body) {
        return "step example \"An example\" timeout 3h takes 1s {\n" + indented(1, body) + "}\n";
    }

    private static String compared(String line) {
        String[] parts = line.split("\\s+# ", 2);
        return parts.length == 1
                ? "require text(" + line + ") != \"\""
                : "require text(" + parts[0] + ") == \"" + parts[1].replace("\"", "\\\"").replace("${", "\\${") + "\"";
    }

    /** The lines of text blocks move with their margin. */
    private static String indented(int levels, String text) {
        return text.lines().map(line -> (line.isBlank() ? "" : "    ".repeat(levels) + line) + "\n")
                .collect(Collectors.joining());
    }
}
