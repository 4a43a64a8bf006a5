package dev.lifeboat.builtins.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadResponse;

/**
 * An object of a bucket that is being written: in one request where it is small, else in parts of which one is on its way while the next is filled. Nobody sees the parts before all of them are there.
 */
final class S3Upload extends Upload {
    static final int PART = 16 * 1024 * 1024;
    /** An object has at most 10,000 parts; the later ones of a very large one are larger. */
    private static final int LARGE_PART = 64 * 1024 * 1024;
    private static final int FIRST_LARGE = 5000;
    private static final int FIRST_BUFFER = 64 * 1024;

    private final String object;
    private final String write;
    private final S3Bucket bucket;
    private final S3Faults faults;
    private final List<CompletedPart> parts = new ArrayList<>();
    private byte[] buffer = new byte[FIRST_BUFFER];
    /** Of the part that is on its way: free once that is there. */
    private byte[] sent = new byte[0];
    private int filled;
    private long size;
    private Optional<String> upload = Optional.empty();
    private Optional<FutureTask<CompletedPart>> underWay = Optional.empty();

    /** @param write by which the object can be told from what others write */
    S3Upload(String object, String write, S3Bucket bucket, S3Faults faults) {
        this.object = object;
        this.write = write;
        this.bucket = bucket;
        this.faults = faults;
    }

    @Override
    public void write(int single) {
        write(new byte[]{(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
        for (int done = 0; done < length;) {
            makeRoom(length - done);
            int some = Math.min(length - done, buffer.length - filled);
            System.arraycopy(bytes, from + done, buffer, filled, some);
            filled += some;
            done += some;
        }
        size += length;
    }

    private void makeRoom(int wanted) {
        if (filled == most()) {
            send();
        } else if (buffer.length < most() && buffer.length - filled < wanted) {
            buffer = Arrays.copyOf(buffer, (int) Math.min(most(), 2L * buffer.length));
        }
    }

    private int most() {
        return parts.size() < FIRST_LARGE ? PART : LARGE_PART;
    }

    /** Sends what is in the buffer as the next part, when the one before is there. */
    private void send() {
        try {
            String id = upload.orElseGet(this::begin);
            await();
            int number = parts.size() + 1;
            byte[] bytes = buffer;
            int length = filled;
            FutureTask<CompletedPart> part = new FutureTask<>(() -> bucket.part(object, id, number, bytes, length));
            underWay = Optional.of(part);
            Thread.ofVirtual().name("part " + number + " of " + object).start(part);
            buffer = sent.length == bytes.length ? sent : new byte[bytes.length];
            sent = bytes;
            filled = 0;
        } catch (SdkException e) {
            throw faults.of("written", object, e);
        }
    }

    private String begin() {
        CreateMultipartUploadResponse begun = bucket.begin(object, write);
        upload = Optional.of(begun.uploadId());
        if (!bucket.isEncryptedBy(begun.serverSideEncryption())) {
            throw faults.notEncrypted(object);
        }
        return begun.uploadId();
    }

    private void await() {
        if (underWay.isEmpty()) {
            return;
        }
        FutureTask<CompletedPart> part = underWay.get();
        try {
            parts.add(part.get());
            underWay = Optional.empty();
        } catch (InterruptedException e) {
            part.cancel(true);
            Thread.currentThread().interrupt();
            throw faults.cancelled("written", object, e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof SdkException refused
                    ? faults.of("written", object, refused)
                    : new IllegalStateException(e.getCause());
        }
    }

    @Override
    public StoredObject complete() {
        try {
            if (upload.isEmpty()) {
                putWhole();
            } else {
                completeParts();
            }
            StoredObject stored = bucket.find(object).orElseThrow(() -> faults.vanished(object));
            if (stored.size() != size) {
                throw faults.otherSize(object, size, stored.size());
            }
            return stored;
        } catch (SdkException e) {
            throw faults.written(object, e);
        }
    }

    private void putWhole() {
        if (!bucket.isEncryptedBy(bucket.put(object, buffer, filled, write, false).serverSideEncryption())) {
            throw faults.notEncrypted(object);
        }
    }

    /** Where the answer was lost, the object says by whom it is. */
    private void completeParts() {
        if (filled > 0) {
            send();
        }
        await();
        try {
            bucket.complete(object, upload.orElseThrow(), parts);
        } catch (SdkException lost) {
            if (!bucket.write(object).equals(write)) {
                throw lost;
            }
        }
        upload = Optional.empty();
    }

    /** Also of a thread that is being interrupted: it has time enough to leave nothing behind. */
    @Override
    public void close() {
        underWay.ifPresent(part -> part.cancel(true));
        if (upload.isEmpty()) {
            return;
        }
        boolean interrupted = Thread.interrupted();
        try {
            bucket.abort(object, upload.get());
            upload = Optional.empty();
        } catch (SdkException e) {
            throw faults.leftParts(object, e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
