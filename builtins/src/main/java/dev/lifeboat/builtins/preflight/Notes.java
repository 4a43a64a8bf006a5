package dev.lifeboat.builtins.preflight;

import dev.lifeboat.interpreter.run.Event.Finding;
import dev.lifeboat.interpreter.run.Event.Identity;
import java.util.ArrayList;
import java.util.List;

/** What one look saw. Belongs to one task until that has ended. */
public final class Notes {
    private final List<String> inOrder = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<Identity> identities = new ArrayList<>();

    /** It is as it should be. */
    public void fine(String line) {
        inOrder.add(line);
    }

    /**
     * Something that somebody should know and see to; a run may begin all the same.
     *
     * @param message a full sentence
     * @param hint    what to do about it
     */
    public void found(String subject, String message, String hint) {
        findings.add(new Finding(subject, false, message, hint));
    }

    /** Something with which no run may begin. */
    public void blocked(String subject, String message, String hint) {
        findings.add(new Finding(subject, true, message, hint));
    }

    /**
     * @param version empty where it is not known
     * @param source  one of those that {@link Expected} has
     */
    public void identity(String name, String identity, String version, String source) {
        identities.add(new Identity(name, identity, version, source));
    }

    /** What keeps several looks from seeing anything, such as a secret that is not there, is told once. */
    void add(Notes more) {
        inOrder.addAll(more.inOrder);
        more.findings.stream().filter(finding -> !isTold(finding)).forEach(findings::add);
        identities.addAll(more.identities);
    }

    private boolean isTold(Finding finding) {
        return findings.stream().anyMatch(told -> told.blocks() == finding.blocks()
                && told.message().equals(finding.message()) && told.hint().equals(finding.hint()));
    }

    List<String> inOrder() {
        return List.copyOf(inOrder);
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    List<Identity> identities() {
        return List.copyOf(identities);
    }
}
