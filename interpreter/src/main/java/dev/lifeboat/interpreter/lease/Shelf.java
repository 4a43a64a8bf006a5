package dev.lifeboat.interpreter.lease;

import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.lease.LeaseText.Beat;
import dev.lifeboat.interpreter.lease.LeaseText.End;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The texts of a store by what they say. */
record Shelf(LeaseStore store) {
    private static final Pattern CLAIM = Pattern.compile("(\\d{10})\\.claim");
    private static final String SHARED = "shared-";
    private static final String CLAIMED = ".claim";
    private static final String ENDED = ".end";

    /** Looks who holds the cluster before something is changed there. @throws Failure where that can't be seen */
    <T> T seen(String cluster, Supplier<T> look) {
        try {
            return look.get();
        } catch (Failure unseen) {
            throw Failure.of("Whether the lease of `" + cluster + "` is still held can't be seen: "
                    + unseen.getMessage() + " Nothing was changed.").because(unseen).hint(unseen.hint());
        }
    }

    static String time(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static String name(long epoch, String kind) {
        return String.format("%010d%s", epoch, kind);
    }

    /** The highest epoch, 0 where nobody ever held the cluster. */
    long last() {
        return store.names().stream().map(CLAIM::matcher).filter(Matcher::matches)
                .mapToLong(found -> Long.parseLong(found.group(1))).max().orElse(0);
    }

    boolean create(long epoch, Claim claim) {
        return store.create(name(epoch, CLAIMED), LeaseText.of(claim));
    }

    boolean isClaimed(long epoch) {
        return store.exists(name(epoch, CLAIMED));
    }

    Claim claim(long epoch) {
        return store.read(name(epoch, CLAIMED)).flatMap(text -> LeaseText.read(text, Claim.class))
                .orElseGet(() -> Claim.unreadable(epoch));
    }

    /** Whoever claimed it and has not ended; a higher claim is not looked for. */
    Optional<Claim> holder(long epoch) {
        return epoch == 0 || store.exists(name(epoch, ENDED)) ? Optional.empty() : Optional.of(claim(epoch));
    }

    void end(long epoch, String how, Instant at) {
        store.create(name(epoch, ENDED), LeaseText.of(new End(how, at)));
    }

    void beat(long epoch, Instant at) {
        store.replace(name(epoch, ".beat"), LeaseText.of(new Beat(at)));
    }

    Optional<Instant> beat(long epoch) {
        return store.read(name(epoch, ".beat")).flatMap(text -> LeaseText.read(text, Beat.class)).map(Beat::at);
    }

    LeaseStore.Presence enter(Claim claim) {
        return store.enter(lives(claim));
    }

    /** No two claims have the same, not even those of one process for one run. */
    static String lives(Claim claim) {
        return claim.run() + "-" + claim.process() + "-" + claim.since().toEpochMilli() + ".lives";
    }

    /** Only of a process of this machine can that be said. */
    boolean hasLeft(Claim claim) {
        return claim.host().equals(ThisProcess.host()) && store.hasLeft(lives(claim));
    }

    void share(Claim claim) {
        store.create(SHARED + claim.run() + CLAIMED, LeaseText.of(claim));
    }

    void endShared(String run, String how, Instant at) {
        store.create(SHARED + run + ENDED, LeaseText.of(new End(how, at)));
    }

    /** The runs that hold shared leases. */
    List<String> sharing() {
        var names = store.names();
        return names.stream().filter(name -> name.startsWith(SHARED) && name.endsWith(CLAIMED))
                .map(name -> name.substring(SHARED.length(), name.length() - CLAIMED.length()))
                .filter(run -> !names.contains(SHARED + run + ENDED)).sorted().toList();
    }
}
