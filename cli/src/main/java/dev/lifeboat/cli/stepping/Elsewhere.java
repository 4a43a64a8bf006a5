package dev.lifeboat.cli.stepping;

import dev.lifeboat.interpreter.world.RealWorld;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Looks, while somebody types an answer, whether it has come from elsewhere. */
@RealWorld
final class Elsewhere implements AutoCloseable {
    private static final long LOOK_MILLISECONDS = 200;
    private final CountDownLatch over = new CountDownLatch(1);

    private Elsewhere() {}

    /** @param then is done once, in another thread, when it has */
    static Elsewhere watched(BooleanSupplier elsewhere, Runnable then) {
        Elsewhere watch = new Elsewhere();
        Thread.ofVirtual().name("answers from elsewhere").start(() -> watch.look(elsewhere, then));
        return watch;
    }

    private void look(BooleanSupplier elsewhere, Runnable then) {
        try {
            while (!over.await(LOOK_MILLISECONDS, TimeUnit.MILLISECONDS)) {
                if (elsewhere.getAsBoolean()) {
                    then.run();
                    return;
                }
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("Nobody interrupts a look.", e);
        }
    }

    @Override
    public void close() {
        over.countDown();
    }
}
