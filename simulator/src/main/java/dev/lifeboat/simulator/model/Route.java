package dev.lifeboat.simulator.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An endpoint: where it sends the application. A proxy stands between; a name only says where to go, and what it said is kept for a while by the resolver that
 * was asked, and perhaps for longer by the application.
 */
public final class Route {
    private final String name;
    private List<Server> targets;
    private Set<Server> barred = Set.of();
    private Optional<Duration> life = Optional.empty();
    private boolean resolverIsKnown;
    private Duration applicationKeeps = Duration.ZERO;
    private Optional<Answer> resolved = Optional.empty();
    private Optional<Answer> remembered = Optional.empty();
    private int turns;
    private Optional<Server> lastLed = Optional.empty();

    /** What was said to somebody who keeps it. */
    private record Answer(List<Server> targets, Instant until) {
        Optional<Answer> at(Instant moment) {
            return moment.isBefore(until) ? Optional.of(this) : Optional.empty();
        }
    }

    Route(String name, List<Server> targets) {
        this.name = name;
        this.targets = List.copyOf(targets);
    }

    public String name() {
        return name;
    }

    /**
     * Makes it a name.
     *
     * @param life             how long a resolver keeps an answer
     * @param resolverIsKnown  whether Lifeboat asks the application's resolver, too
     * @param applicationKeeps how long the application keeps an address, as Java does, if that is longer
     */
    public void isName(Duration life, boolean resolverIsKnown, Duration applicationKeeps) {
        this.life = Optional.of(life);
        this.resolverIsKnown = resolverIsKnown;
        this.applicationKeeps = applicationKeeps;
    }

    public boolean isName() {
        return life.isPresent();
    }

    public boolean resolverIsKnown() {
        return resolverIsKnown;
    }

    public List<Server> targets() {
        return targets;
    }

    public void targets(List<Server> wanted) {
        targets = List.copyOf(wanted);
    }

    /** No belief of the endpoint's own brings these back. */
    public void bar(List<Server> servers) {
        barred = Set.copyOf(servers);
    }

    /** What its own monitor makes of a look at a server. */
    void believe(Server server, boolean writable) {
        List<Server> members = new ArrayList<>(targets);
        members.remove(server);
        if (writable && !barred.contains(server)) {
            members.add(targets.contains(server) ? targets.indexOf(server) : members.size(), server);
        }
        targets(members);
    }

    /** What the application's resolver says. */
    public List<Server> resolved(Instant at) {
        resolved = resolved.flatMap(answer -> answer.at(at))
                .or(() -> life.map(kept -> new Answer(targets, at.plus(kept))));
        return resolved.map(Answer::targets).orElse(targets);
    }

    /** How much longer the resolver will say the same. */
    public Duration resolvedFor(Instant at) {
        return resolved.flatMap(answer -> answer.at(at)).map(answer -> Duration.between(at, answer.until()))
                .orElse(Duration.ZERO);
    }

    private List<Server> seenByApplication(Instant at) {
        if (applicationKeeps.isZero()) {
            return resolved(at);
        }
        remembered = remembered.flatMap(answer -> answer.at(at))
                .or(() -> Optional.of(new Answer(resolved(at), at.plus(applicationKeeps))));
        return remembered.orElseThrow().targets();
    }

    /** To which server a session that begins at this moment is led; to each in turn, where there are several. */
    Optional<Server> lead(String from, Instant at) {
        List<Server> seen = from.equals(Network.APPLICATION)
                ? seenByApplication(at)
                : resolverIsKnown ? resolved(at) : targets;
        lastLed = seen.isEmpty() ? Optional.empty() : Optional.of(seen.get(turns++ % seen.size()));
        return lastLed;
    }

    Optional<Server> lastLed() {
        return lastLed;
    }
}
