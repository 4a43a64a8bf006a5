package dev.lifeboat.interpreter.lease;

import dev.lifeboat.interpreter.world.RealWorld;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;

/** The process that claims a lease, as others are to be told of it. */
@RealWorld
public final class ThisProcess {
    private ThisProcess() {}

    public static Claim claim(String run, String operator, Instant since) {
        return new Claim(run, operator, host(), ProcessHandle.current().pid(), since);
    }

    static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "a machine without a name";
        }
    }
}
