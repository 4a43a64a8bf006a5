package dev.lifeboat.simulator.model;

import dev.lifeboat.builtins.backup.Restoration.Intake;
import dev.lifeboat.builtins.mysql.MySqlServer.ReadOnly;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/** The system variables that decide whether a server takes writes and replicates: what they are now, what is persisted, what the option file says. */
public final class Variables {
    private static final String READ_ONLY = "read_only";
    private static final String SUPER_READ_ONLY = "super_read_only";

    /** As MySQL has it where nothing is set. */
    private static final Intake INTAKE = new Intake(64L << 20, false);

    /** What is persisted, oldest first: a start sets them in this order. */
    private final SequencedMap<String, Boolean> persisted = new LinkedHashMap<>();
    private boolean optionFileReadOnly = true;
    private boolean readOnly;
    private boolean superReadOnly;
    private boolean offlineMode;
    private boolean persistedOfflineMode;
    private boolean skipReplicaStart;
    private boolean autoPurge = true;
    private boolean eventScheduler = true;
    private boolean relayLogRecovery;
    private Intake intake = INTAKE;

    /** Whether the option file says {@code super_read_only=ON}. */
    public void optionFileReadOnly(boolean on) {
        optionFileReadOnly = on;
    }

    public boolean optionFileReadOnly() {
        return optionFileReadOnly;
    }

    public ReadOnly readOnly() {
        return new ReadOnly(readOnly, superReadOnly, Optional.ofNullable(persisted.get(READ_ONLY)),
                Optional.ofNullable(persisted.get(SUPER_READ_ONLY)));
    }

    /** Sets both variables and what is persisted of them. */
    public void readOnly(ReadOnly wanted) {
        readOnly = wanted.readOnly() || wanted.superReadOnly();
        superReadOnly = wanted.superReadOnly();
        persist(SUPER_READ_ONLY, wanted.persistedSuperReadOnly());
        persist(READ_ONLY, wanted.persistedReadOnly());
    }

    private void persist(String variable, Optional<Boolean> value) {
        persisted.remove(variable);
        value.ifPresent(on -> persisted.put(variable, on));
    }

    /** Whether clients can write. {@code super_read_only=ON} beside {@code read_only=OFF}, which a start can leave, stops nobody. */
    public boolean writable() {
        return !readOnly;
    }

    public boolean superReadOnly() {
        return readOnly && superReadOnly;
    }

    public boolean offlineMode() {
        return offlineMode;
    }

    public void offlineMode(boolean on, boolean persist) {
        offlineMode = on;
        persistedOfflineMode = persist ? on : persistedOfflineMode;
    }

    public boolean skipReplicaStart() {
        return skipReplicaStart;
    }

    public void persistSkipReplicaStart(boolean on) {
        skipReplicaStart = on;
    }

    public boolean autoPurge() {
        return autoPurge;
    }

    public void autoPurge(boolean on) {
        autoPurge = on;
    }

    public boolean eventScheduler() {
        return eventScheduler;
    }

    public void eventScheduler(boolean on) {
        eventScheduler = on;
    }

    public boolean relayLogRecovery() {
        return relayLogRecovery;
    }

    /** Whether a start throws away the relay log, to fetch it from the source again. */
    public void relayLogRecovery(boolean on) {
        relayLogRecovery = on;
    }

    /** What a start of the server makes of them; tried on 9.7.4 in all combinations. */
    void boot() {
        readOnly = optionFileReadOnly;
        superReadOnly = optionFileReadOnly;
        persisted.forEach(this::setAtBoot);
        offlineMode = persistedOfflineMode;
        autoPurge = true;
        eventScheduler = true;
    }

    private void setAtBoot(String variable, boolean on) {
        if (variable.equals(SUPER_READ_ONLY)) {
            superReadOnly = on;
            readOnly |= on;
        } else {
            readOnly = on;
            superReadOnly &= on || !persisted.containsKey(SUPER_READ_ONLY);
        }
    }

    /** A start with {@code --persisted-globals-load=OFF --super-read-only=ON}. */
    void bootFenced() {
        superReadOnly = true;
        readOnly = true;
        offlineMode = false;
        autoPurge = true;
        eventScheduler = true;
    }

    /** What is taken from an account: what is large, and what would need SUPER. Nothing that a simulated account sends is either. */
    public Intake intake() {
        return intake;
    }

    public void intake(Intake wanted) {
        intake = wanted;
    }
}
