package dev.lifeboat.builtins.ssh;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What comes from a host while a command runs there: the command's output, of which the beginning is kept, and between it the lines of the shell that runs it, which
 * begin with a mark. The bytes of the command may be anything.
 */
final class RemoteOutput extends OutputStream {
    static final int MOST = 64 * 1024;
    /** Enough for what the shell says at the end. */
    private static final int TAIL = 16 * 1024;
    private final String mark;
    private final Pattern status;
    private final Pattern over;
    private final ByteArrayOutputStream head = new ByteArrayOutputStream();
    private final StringBuilder tail = new StringBuilder();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final CompletableFuture<Boolean> told = new CompletableFuture<>();

    RemoteOutput(String mark) {
        this.mark = mark;
        this.status = Pattern.compile("\n" + mark + " exit (\\d+)\n");
        this.over = Pattern.compile("\n" + mark + " ended\n");
    }

    String mark() {
        return mark;
    }

    @Override
    public void write(int one) {
        write(new byte[]{(byte) one}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
        head.write(bytes, offset, Math.clamp(MOST + line("begun").length() - head.size(), 0, length));
        tail.append(new String(bytes, offset, length, StandardCharsets.ISO_8859_1));
        tail.delete(0, Math.max(0, tail.length() - TAIL));
        if (status.matcher(tail).find()) {
            ended.countDown();
        }
        if (over.matcher(tail).find()) {
            told.complete(true);
        }
    }

    /** Nothing more will come. */
    void isClosed() {
        ended.countDown();
        told.complete(true);
    }

    /** Waits until the command has ended, or the connection; answers false where the time is up before. */
    boolean awaitEnd(Deadline end) throws InterruptedException {
        return ended.await(end.left().toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Waits until the shell has told what it ended. This is not interrupted: what is told has been seen. */
    void awaitTold(Deadline end) {
        told.completeOnTimeout(false, end.left().toNanos(), TimeUnit.NANOSECONDS).join();
    }

    /** The command's status; empty where it has not told one. */
    synchronized OptionalInt exit() {
        Matcher matcher = status.matcher(tail);
        return matcher.find() ? OptionalInt.of(Integer.parseInt(matcher.group(1))) : OptionalInt.empty();
    }

    synchronized boolean hasBegun() {
        return latin(head).contains(line("begun"));
    }

    /** Whether the shell has told what became of the processes that it was to end. */
    synchronized boolean hasTold() {
        return over.matcher(tail).find();
    }

    /** What the shell has told: a line for each process. */
    synchronized List<String> processes() {
        return tail.toString().lines().filter(line -> line.startsWith(mark + " process "))
                .map(line -> line.substring(mark.length() + 1)).toList();
    }

    /** What the command has written, from the beginning on. */
    synchronized String text() {
        String all = latin(head);
        int begun = all.indexOf(line("begun"));
        String own = begun < 0 ? all : all.substring(begun + line("begun").length());
        int end = own.indexOf("\n" + mark + " ");
        String cut = end < 0 ? own : own.substring(0, end);
        return new String(cut.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8).strip();
    }

    private String line(String word) {
        return "\n" + mark + " " + word + "\n";
    }

    /** A character for each byte, so that nothing of it is lost. */
    private static String latin(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }
}
