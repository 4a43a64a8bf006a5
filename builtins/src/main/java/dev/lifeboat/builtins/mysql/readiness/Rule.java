package dev.lifeboat.builtins.mysql.readiness;

import java.util.List;
import java.util.stream.Stream;

/** One thing that has to be right. */
public interface Rule {
    List<Rule> ALL = List.of(new LogsAreComplete(), new ServersBootFenced(), new RelayLogsSurvive(),
            new SilenceIsNoticed(), new CandidatesAreComplete(), new LogsAreKept(), new RestoresAreRehearsed(),
            new NothingHasChanged(), new HeartbeatsArrive(), new DelayIsAsMeant(), new ClocksAgree(),
            new LifeboatGetsIn(), new SecretsAreThere());

    /** {@code R1}. */
    String number();

    Stream<Finding> findings(Situation situation);

    /** What all rules find, by their numbers. */
    static List<Finding> judge(Situation situation) {
        return ALL.stream().flatMap(rule -> rule.findings(situation)).toList();
    }
}
