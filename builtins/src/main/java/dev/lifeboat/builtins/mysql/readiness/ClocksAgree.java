package dev.lifeboat.builtins.mysql.readiness;

import dev.lifeboat.interpreter.value.Texts;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** R11: clocks show the same time, in UTC: a loss and a lag are measured by them. */
final class ClocksAgree implements Rule {
    private static final Duration MOST = Duration.ofSeconds(1);
    private static final List<String> UTC = List.of("UTC", "GMT", "+00:00", "Etc/UTC", "Universal");

    @Override
    public String number() {
        return "R11";
    }

    @Override
    public Stream<Finding> findings(Situation situation) {
        return situation.servers().flatMap(server -> Stream.concat(skew(server), zone(server)));
    }

    private Stream<Finding> skew(Examined server) {
        return server.skew().compareTo(MOST) <= 0
                ? Stream.empty()
                : Stream.of(Finding.warning(this, server,
                        "The clock of " + server.name() + " is " + Texts.duration(server.skew())
                                + " away from this machine's.",
                        "Let NTP set both clocks: times of a loss and of a lag are wrong by that."));
    }

    private Stream<Finding> zone(Examined server) {
        String zone = server.settings().value("time_zone").filter(one -> !one.equals("SYSTEM"))
                .or(() -> server.settings().value("system_time_zone")).orElse("UTC");
        return UTC.contains(zone)
                ? Stream.empty()
                : Stream.of(Finding.of(this, server, Severity.NOTE, server.name() + " runs in the time zone `" + zone
                        + "`.",
                        "`mysqlbinlog --stop-datetime` means the client's zone: stop by GTIDs, or run all in UTC."));
    }
}
