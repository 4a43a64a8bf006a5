package dev.lifeboat.builtins.store;

import java.time.Duration;

/**
 * How long a bucket is waited for.
 *
 * @param connect  until it takes a connection
 * @param silence  while nothing at all arrives
 * @param attempt  until one request is answered
 * @param call     for all attempts of a request together
 * @param attempts how often a request is sent, and how often in a row a download that yields nothing is taken up again
 */
record S3Patience(Duration connect, Duration silence, Duration attempt, Duration call, int attempts) {
    static final S3Patience USUAL = new S3Patience(Duration.ofSeconds(5), Duration.ofSeconds(30),
            Duration.ofMinutes(2), Duration.ofMinutes(10), 6);
}
