package dev.lifeboat.interpreter.run;

import dev.lifeboat.interpreter.builtin.Ports;
import dev.lifeboat.interpreter.builtin.Registry;
import dev.lifeboat.interpreter.replay.ReplayClock;
import dev.lifeboat.interpreter.value.Value;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/** What the calls of one run share. */
record GateParts(EventLog log, Facts facts, Identities identities, Registry registry, Ports ports, PortJson json,
        ReplayClock clock,
        Function<String, Optional<Value>> names, AtomicLong inverses) {}
