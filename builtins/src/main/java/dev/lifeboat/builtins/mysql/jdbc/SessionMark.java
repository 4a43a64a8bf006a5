package dev.lifeboat.builtins.mysql.jdbc;

import dev.lifeboat.interpreter.world.Lease;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * What the sessions of a run are known by on their server, and the lease under which they change something. The attributes of a session, which the server keeps
 * as long as it is there, are what a takeover finds it by; the comment before each statement is for whoever looks at the process list.
 *
 * @param cluster in a form without commas and colons
 * @param call    the number of the builtin's call in the journal
 */
public record SessionMark(Lease lease, String cluster, String run, String step, long call) {

    /** Of sessions outside of a run. */
    public static final SessionMark NONE = new SessionMark(Lease.UNCONTESTED, "", "", "", 0);

    static final String CLUSTER = "lifeboat_cluster";
    static final String EPOCH = "lifeboat_epoch";
    private static final String PROGRAM = "program_name:lifeboat";
    /** MySQL keeps 512 bytes of attributes, and drops what is beyond. */
    private static final int LONGEST = 64;
    private static final String UNFIT = "[^\\p{L}\\p{N}_.\\[\\]-]";

    public static SessionMark of(Lease lease, String cluster, String run) {
        return new SessionMark(lease, URLEncoder.encode(cluster, StandardCharsets.UTF_8), run, "", 0);
    }

    public SessionMark at(String nextStep, long nextCall) {
        return new SessionMark(lease, cluster, run, nextStep, nextCall);
    }

    /** As Connector/J takes them, which parts them at commas. */
    String attributes() {
        return run.isEmpty()
                ? PROGRAM
                : PROGRAM + "," + CLUSTER + ":" + cluster + "," + EPOCH + ":" + lease.epoch() + ",lifeboat_run:"
                        + shortened(run);
    }

    /** Without what could end it; null where there is none, which is what Connector/J takes for that. */
    String comment() {
        return run.isEmpty()
                ? null
                : "lifeboat run=" + fit(run) + " step=" + fit(step) + " call=" + call + " epoch=" + lease.epoch();
    }

    private static String fit(String name) {
        return name.replaceAll(UNFIT, "_");
    }

    private static String shortened(String name) {
        String fit = fit(name);
        return fit.substring(0, Math.min(LONGEST, fit.length()));
    }
}
