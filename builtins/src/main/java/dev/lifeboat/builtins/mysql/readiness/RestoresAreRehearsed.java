package dev.lifeboat.builtins.mysql.readiness;

import java.util.stream.Stream;

/** R7: a backup was restored not long ago, and it is known how long that takes. */
final class RestoresAreRehearsed implements Rule {

    @Override
    public String number() {
        return "R7";
    }

    /** Lifeboat knows of no backup yet, and says so. */
    @Override
    public Stream<Finding> findings(Situation situation) {
        return Stream.of(Finding.ofCluster(this, Severity.NOTE,
                "When a backup was restored last was not checked: that comes with backups.",
                "A backup that was never restored does not exist: rehearse one."));
    }
}
