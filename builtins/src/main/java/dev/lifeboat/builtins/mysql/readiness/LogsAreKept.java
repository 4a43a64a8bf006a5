package dev.lifeboat.builtins.mysql.readiness;

import dev.lifeboat.interpreter.value.Texts;
import java.time.Duration;
import java.util.stream.Stream;

/** R6: binary logs are kept until a backup has them, and until a corruption has been noticed. */
final class LogsAreKept implements Rule {
    /** Twice a daily backup and a day to notice. */
    private static final Duration LEAST = Duration.ofDays(4);

    @Override
    public String number() {
        return "R6";
    }

    @Override
    public Stream<Finding> findings(Situation situation) {
        Finding archive = Finding.ofCluster(this, Severity.NOTE,
                "Whether the archive of binary logs is complete was not checked: that comes with backups.",
                "Look at the archive by hand until then.");
        return Stream.concat(situation.servers().flatMap(this::expiry), Stream.of(archive));
    }

    /** Zero is for ever. */
    private Stream<Finding> expiry(Examined server) {
        return server.settings().number("binlog_expire_logs_seconds").map(Duration::ofSeconds)
                .filter(kept -> !kept.isZero() && kept.compareTo(LEAST) < 0)
                .map(kept -> Finding.warning(this, server,
                        server.name() + " keeps its binary logs for " + Texts.duration(kept)
                                + ": less than twice a daily backup and a day to notice a corruption.",
                        "Set `binlog_expire_logs_seconds` to " + LEAST.toSeconds() + " or more, if its disk allows."))
                .stream();
    }
}
