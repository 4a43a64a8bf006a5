package dev.lifeboat.builtins.store;

import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.world.Clock;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** What is in an object of a bucket. Where the body breaks off, it is taken up where it did, as long as it is the same object. */
final class S3Download extends InputStream {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final int BEHIND_THE_END = 416;
    private static final int REPLACED = 412;
    private final String object;
    private final S3Bucket bucket;
    private final S3Faults faults;
    private final Clock clock;
    private final S3Patience patience;
    private ResponseInputStream<GetObjectResponse> body;
    private long at;
    private final long end;
    private final Optional<String> tag;
    private int fruitless;

    private S3Download(String object, long from, ResponseInputStream<GetObjectResponse> body, S3Bucket bucket,
            S3Faults faults, Clock clock, S3Patience patience) {
        this.object = object;
        this.bucket = bucket;
        this.faults = faults;
        this.clock = clock;
        this.patience = patience;
        this.body = body;
        this.at = from;
        this.end = from + body.response().contentLength();
        this.tag = Optional.ofNullable(body.response().eTag());
    }

    static InputStream open(String object, long from, S3Bucket bucket, S3Faults faults, Clock clock,
            S3Patience patience) {
        try {
            return new S3Download(object, from, bucket.get(object, from, Optional.empty()), bucket, faults, clock,
                    patience);
        } catch (S3Exception e) {
            if (e.statusCode() == BEHIND_THE_END) {
                return InputStream.nullInputStream();
            }
            throw faults.of("read", object, e);
        } catch (SdkException e) {
            throw faults.of("read", object, e);
        }
    }

    @Override
    public int read() {
        byte[] single = new byte[1];
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int from, int length) {
        if (length == 0) {
            return 0;
        }
        while (at < end) {
            int some = some(bytes, from, (int) Math.min(length, end - at));
            if (some > 0) {
                at += some;
                fruitless = 0;
                return some;
            }
        }
        return -1;
    }

    /** @return 0 or less where it has broken off, and goes on */
    private int some(byte[] bytes, int from, int length) {
        try {
            int some = body.read(bytes, from, length);
            if (some < 0) {
                takeUp(new IOException("it ended after " + at + " of " + end + " bytes"));
            }
            return some;
        } catch (IOException | SdkException e) {
            takeUp(e);
            return 0;
        }
    }

    private void takeUp(Exception broken) {
        body.abort();
        if (Thread.currentThread().isInterrupted()) {
            throw faults.cancelled("read", object, broken);
        }
        if (++fruitless >= patience.attempts()) {
            throw faults.brokenOff(object, at, end, broken);
        }
        clock.sleep(FIRST_PAUSE.multipliedBy(1L << (fruitless - 1)));
        try {
            body = bucket.get(object, at, tag);
        } catch (S3Exception e) {
            throw gone(e);
        } catch (SdkException e) {
            throw faults.of("read", object, e);
        }
    }

    private Failure gone(S3Exception e) {
        if (e.statusCode() == REPLACED) {
            return faults.replaced(object, at, end);
        }
        return S3Faults.isMissing(e) ? faults.deleted(object, at, end) : faults.of("read", object, e);
    }

    /** The rest of a body that nobody wants is not waited for. */
    @Override
    public void close() throws IOException {
        if (at < end) {
            body.abort();
        } else {
            body.close();
        }
    }
}
