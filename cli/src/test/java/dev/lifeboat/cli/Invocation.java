package dev.lifeboat.cli;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;

/** Calls the command line as the launcher does, in the test's own process, and keeps what it said. */
public record Invocation(int status, String out, String err) {

    // Nobody types anything in a test that does not say so; the input of this process is for whoever runs the tests.
    private static final InputStream NOBODY = InputStream.nullInputStream();
    static {
        silence();
    }

    /** What is typed from here on. */
    public static void type(String lines) {
        System.setIn(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)));
    }

    /** From here on nobody types any more. */
    public static void silence() {
        System.setIn(NOBODY);
    }

    public static Invocation of(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = Lifeboat.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true))
                .execute(arguments);
        return new Invocation(status, out.toString(), err.toString());
    }

    /** The same with lines that are typed. */
    public static Invocation typed(String lines, String... arguments) {
        type(lines);
        try {
            return of(arguments);
        } finally {
            silence();
        }
    }

    /** Everything, for the message of an assertion. */
    public String all() {
        return out + err;
    }
}
