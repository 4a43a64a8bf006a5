package dev.lifeboat.builtins.ssh;

import dev.lifeboat.interpreter.builtin.Failure;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.AttributeRepository;
import org.apache.sshd.common.AttributeRepository.AttributeKey;
import org.apache.sshd.common.session.Session;

/** What one attempt to log in needs to know, and what it has met; the connection carries it, as all of them share one client. */
final class Attempt {
    private static final AttributeKey<Attempt> KEY = new AttributeKey<>();
    private final KnownHosts known;
    private final HostKeyCheck check;
    private final Optional<Path> agent;
    private volatile Optional<Failure> refusal = Optional.empty();
    private volatile boolean recognized;
    private final SequencedSet<String> shown = new LinkedHashSet<>();
    private final List<String> notes = new ArrayList<>();

    /** @param agent the socket of the agent whose keys are tried */
    Attempt(SshTarget target, KnownHosts known, Optional<Path> agent) {
        this.known = known;
        this.check = new HostKeyCheck(target, known);
        this.agent = agent;
    }

    AttributeRepository asContext() {
        return AttributeRepository.ofKeyValuePair(KEY, this);
    }

    static Attempt of(Session session) {
        return ((ClientSession) session).getConnectionContext().getAttribute(KEY);
    }

    KnownHosts known() {
        return known;
    }

    Optional<Path> agent() {
        return agent;
    }

    boolean accepts(PublicKey key) {
        refusal = check.problem(key);
        recognized = refusal.isEmpty();
        return recognized;
    }

    /** Whether the host is the one that it should be. */
    boolean recognized() {
        return recognized;
    }

    /** Why the host was refused; empty where it was not. */
    Optional<Failure> refusal() {
        return refusal;
    }

    synchronized void showed(PublicKey key) {
        shown.add("showed the key " + HostKeyCheck.fingerprint(key));
    }

    synchronized void note(String what) {
        notes.add(what);
    }

    /** Which keys the host was shown, and why not others. */
    synchronized List<String> evidence() {
        List<String> all = new ArrayList<>(shown);
        if (all.isEmpty()) {
            all.add("there was no key to show");
        }
        all.addAll(notes);
        return all;
    }
}
