package dev.lifeboat.cli.approvals;

import dev.lifeboat.interpreter.world.RealWorld;
import java.security.SecureRandom;
import java.util.HexFormat;

/** A word that nobody can know before it was asked for. */
@RealWorld
final class Challenge {
    private static final int BYTES = 16;

    private Challenge() {}

    static String fresh() {
        byte[] chance = new byte[BYTES];
        new SecureRandom().nextBytes(chance);
        return HexFormat.of().formatHex(chance);
    }
}
