package dev.lifeboat.simulator.model;

import java.time.Duration;

/**
 * How a receiver keeps in touch with its source.
 *
 * @param lag             how long a transaction takes from the source's commit into the relay log
 * @param netTimeout      {@code replica_net_timeout}: how long silence goes unnoticed
 * @param heartbeatPeriod {@code SOURCE_HEARTBEAT_PERIOD}
 * @param connectRetry    {@code SOURCE_CONNECT_RETRY}
 * @param retryCount      {@code SOURCE_RETRY_COUNT}: after as many attempts the receiver gives up
 */
public record ReceiverSettings(Duration lag, Duration netTimeout, Duration heartbeatPeriod, Duration connectRetry,
        int retryCount) {

    /** As MySQL 9.7 sets them by itself, on a network with an ordinary delay. */
    public static final ReceiverSettings DEFAULTS = new ReceiverSettings(Duration.ofMillis(2), Duration.ofSeconds(60),
            Duration.ofSeconds(30), Duration.ofSeconds(60), 10);

    /** As Lifeboat sets them when it makes a server follow another. */
    ReceiverSettings afterChangeSource() {
        return new ReceiverSettings(lag, netTimeout, Duration.ofSeconds(1), Duration.ofSeconds(1), 86_400);
    }
}
