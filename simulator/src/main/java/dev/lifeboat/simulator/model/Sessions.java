package dev.lifeboat.simulator.model;

import dev.lifeboat.builtins.mysql.MySqlServer.Session;
import java.util.ArrayList;
import java.util.List;

/** The sessions that clients have on a server, apart from those that come and go with a statement. */
public final class Sessions {
    private final List<Session> open = new ArrayList<>();
    private long lastId = 100;

    public List<Session> all() {
        return List.copyOf(open);
    }

    /** @param host where the client is */
    public void open(String user, String host) {
        open.add(new Session(++lastId, user, host, false));
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
