package dev.lifeboat.builtins.mysql;

/**
 * What every adapter of {@link MySqlServer} does, errors included: what MySQL does on real servers, the model does too. A subclass brings
 * the servers, well and anew for each test.
 */
public abstract class MySqlServerContract
        implements
            ReachContract,
            ReadOnlyContract,
            ReplicationContract,
            SourceContract,
            DataContract,
            PersistedContract,
            ApplierContract,
            SemiSyncContract,
            HindranceContract,
            FreeSqlContract,
            TimelineContract {

    @Override
    public abstract GivenServers given();
}
