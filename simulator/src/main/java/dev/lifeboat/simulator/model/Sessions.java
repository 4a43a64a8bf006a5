package dev.lifeboat.simulator.model;

import dev.lifeboat.builtins.mysql.MySqlServer.Session;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The sessions that clients have on a server, apart from those that come and go with a statement. */
public final class Sessions {
    private static final int MAX_CONNECTIONS = 151;
    private final List<Session> open = new ArrayList<>();
    private final Set<Long> holdingLocks = new HashSet<>();
    private long lastId = 100;
    private boolean adminPort;

    public List<Session> all() {
        return List.copyOf(open);
    }

    /** @param host where the client is */
    public void open(String user, String host) {
        open.add(new Session(++lastId, user, host, false));
    }

    /** One with locked tables, or with a statement that does not come to its end: a fence waits for it. */
    public void openWithLock(String user, String host) {
        open(user, host);
        holdingLocks.add(lastId);
    }

    /** What a fence would have to wait for. */
    public Optional<Session> holder() {
        return open.stream().filter(session -> holdingLocks.contains(session.id())).findFirst();
    }

    /** Takes every connection that there is, the one for administrators too. */
    public void useUp(String user, String host) {
        while (!full()) {
            open(user, host);
        }
    }

    /** Whether the next one is refused (1040), but on the administrative port. */
    public boolean full() {
        return open.size() >= MAX_CONNECTIONS;
    }

    /** Whether there is a way in besides the port, which is there when all connections are taken. */
    public boolean hasAdminPort() {
        return adminPort;
    }

    public void adminPort(boolean there) {
        adminPort = there;
    }

    /** One with a transaction that has written and is not committed. */
    public void openTransaction(String user, String host) {
        open.add(new Session(++lastId, user, host, true));
    }

    boolean has(String user) {
        return open.stream().anyMatch(session -> session.user().equals(user));
    }

    /** Ends those of one user. */
    public void end(String user) {
        open.removeIf(session -> session.user().equals(user));
    }

    /** @return how many were ended */
    public int endAllBut(List<String> users) {
        int before = open.size();
        open.removeIf(session -> !users.contains(session.user()));
        return before - open.size();
    }

    /** @return how many there were */
    public int endAll() {
        int ended = open.size();
        open.clear();
        return ended;
    }
}
