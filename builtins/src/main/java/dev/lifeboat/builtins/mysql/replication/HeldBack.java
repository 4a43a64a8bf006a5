package dev.lifeboat.builtins.mysql.replication;

import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.survey.Observed;
import dev.lifeboat.builtins.mysql.survey.Unsupported;
import java.util.List;

/** A delayed replica that has not applied a mistake yet, and can be brought to just before it: mostly far sooner than a backup. */
public record HeldBack(MySqlServer server, GtidSet lacks) {

    /**
     * @param delayed replicas that are behind on purpose
     * @param wanted all that shall be executed, and nothing else may be
     */
    public static List<HeldBack> find(List<MySqlServer> delayed, GtidSet wanted) {
        return delayed.stream().map(Observed::of).filter(Observed::answers)
                .filter(one -> Unsupported.reason(one).isEmpty())
                .filter(one -> wanted.contains(one.executed()) && one.holds().contains(wanted))
                .map(one -> new HeldBack(one.server(), wanted.subtract(one.executed()))).toList();
    }
}
