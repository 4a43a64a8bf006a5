package dev.lifeboat.interpreter.run;

import java.util.concurrent.atomic.AtomicInteger;

/** Counts what the model could not do and a real run could. */
final class ModelGaps implements Listener {

    private final AtomicInteger count = new AtomicInteger();

    @Override
    public void heard(Recorded recorded) {
        if (recorded.event() instanceof Event.NotModelled) {
            count.incrementAndGet();
        }
    }

    int count() {
        return count.get();
    }
}
