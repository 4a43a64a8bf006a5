package dev.lifeboat.builtins.mysql.instance;

import dev.lifeboat.builtins.inventory.Inventory;
import dev.lifeboat.builtins.mysql.GtidSet;
import dev.lifeboat.builtins.mysql.Instance;
import dev.lifeboat.builtins.mysql.MySqlServer;
import dev.lifeboat.builtins.mysql.MySqlServer.ReadOnly;
import dev.lifeboat.builtins.mysql.data.SameData;
import dev.lifeboat.builtins.mysql.replication.Pursuit;
import dev.lifeboat.builtins.mysql.replication.Repointing;
import dev.lifeboat.builtins.mysql.replication.Standstill;
import dev.lifeboat.builtins.mysql.survey.Landscape;
import dev.lifeboat.builtins.mysql.survey.Observed;
import dev.lifeboat.interpreter.builtin.Call;
import java.util.Optional;

/** Whether what was restored into a spare is what it claims to be: it must replicate from where the backup ends, catch up, and have the same rows. No checksum of a file says that. */
public final class Trial {
    private final Call call;
    private final Landscape landscape;
    private final MySqlServer spare;
    private final MySqlServer source;

    /** @param source a server of the cluster that the backup is of */
    public Trial(Call call, Inventory inventory, MySqlServer spare, MySqlServer source) {
        this.call = call;
        this.landscape = new Landscape(inventory);
        this.spare = spare;
        this.source = source;
    }

    /** Lets it follow, and waits until it has what its source had. @return how many transactions that took */
    public long catchUp() {
        GtidSet before = Observed.need(spare).executed();
        GtidSet wanted = Observed.need(source).executed();
        new Repointing(call, landscape, spare, source).repoint();
        new Pursuit(call, spare, source.name()).await(wanted);
        return wanted.subtract(before).count();
    }

    public boolean sameData() {
        return new SameData(call).compare(spare, source);
    }

    /** It is nobody's replica any more; its data stay. */
    public void detach() {
        Observed now = Observed.need(spare);
        new Standstill(spare).of(now.channels());
        if (now.channel().isPresent()) {
            spare.resetReplicaAll();
        }
    }

    /** It is empty again, and fenced. */
    public void wipe() {
        spare.setReadOnly(new ReadOnly(true, false, Optional.empty(), Optional.of(true)));
        try {
            call.port(Instance.class, spare.name()).wipe();
        } finally {
            spare.setReadOnly(ReadOnly.FENCED);
        }
    }
}
