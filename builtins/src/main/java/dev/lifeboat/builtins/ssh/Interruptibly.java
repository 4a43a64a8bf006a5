package dev.lifeboat.builtins.ssh;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.sshd.common.future.SshFuture;

/** Waits for MINA SSHD as the rest of Lifeboat waits: an interruption ends it as what it is. */
final class Interruptibly {
    private Interruptibly() {}

    /** Returns when it is done, or when the time is up. */
    static <T extends SshFuture<T>> void await(T future, Deadline end) throws InterruptedException {
        var done = new CountDownLatch(1);
        future.addListener(any -> done.countDown());
        if (!done.await(end.left().toNanos(), TimeUnit.NANOSECONDS)) {
            return;
        }
    }
}
