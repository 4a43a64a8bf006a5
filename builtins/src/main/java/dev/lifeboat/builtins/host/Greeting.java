package dev.lifeboat.builtins.host;

/** What somebody meets who connects to where MySQL is said to listen and waits for its greeting, without logging in. */
public enum Greeting {
    /** MySQL says something, and be it that it has no connections left: it lives. */
    GREETS,
    /** The connection is accepted, and nothing is said: the machine lives, and its MySQL hangs, or something else listens there. */
    SILENT,
    /** Nobody takes the connection. */
    CLOSED;

    /** The head of the first packet and its first byte tell it: <a href="https://dev.mysql.com/doc/dev/mysql-server/latest/PAGE_PROTOCOL.html">MySQL's protocol</a>. */
    public static final int BYTES = 5;
    private static final int SEQUENCE = 3;
    private static final int KIND = 4;
    private static final byte HANDSHAKE = 10;
    private static final byte ERROR = (byte) 0xff;

    /**
     * What was said first.
     *
     * @param said at most {@link #BYTES}; fewer where the connection was closed before
     */
    public static Greeting of(byte[] said) {
        if (said.length < BYTES) {
            return CLOSED;
        }
        boolean mysql = said[SEQUENCE] == 0 && (said[KIND] == HANDSHAKE || said[KIND] == ERROR);
        return mysql ? GREETS : SILENT;
    }
}
