package dev.lifeboat.builtins.store;

import dev.lifeboat.builtins.inventory.StorePlan;
import java.net.URI;
import java.util.function.Function;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** How a bucket is reached: the JDK's own HTTP client, which is asked again where it or the bucket has faltered. */
final class S3Clients {
    private S3Clients() {}

    /** @param secrets fetches a secret where the inventory says */
    static S3Client of(StorePlan.S3 plan, Function<StorePlan.Access, AwsBasicCredentials> secrets,
            S3Patience patience) {
        S3ClientBuilder builder = S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder().connectionTimeout(patience.connect())
                        .socketTimeout(patience.silence()))
                .credentialsProvider(credentials(plan, secrets))
                .overrideConfiguration(call -> call.apiCallAttemptTimeout(patience.attempt())
                        .retryStrategy(AwsRetryStrategy.standardRetryStrategy().toBuilder()
                                .maxAttempts(patience.attempts()).build()));
        plan.region().map(Region::of).ifPresent(builder::region);
        plan.endpoint().ifPresent(address -> elsewhere(builder, plan, address));
        return builder.build();
    }

    private static AwsCredentialsProvider credentials(StorePlan.S3 plan,
            Function<StorePlan.Access, AwsBasicCredentials> secrets) {
        return plan.access().<AwsCredentialsProvider>map(access -> () -> secrets.apply(access))
                .orElseGet(() -> DefaultCredentialsProvider.builder().build());
    }

    /** Others than Amazon have no name for each bucket, and mostly no regions. */
    private static void elsewhere(S3ClientBuilder builder, StorePlan.S3 plan, URI address) {
        builder.endpointOverride(address).forcePathStyle(true);
        if (plan.region().isEmpty()) {
            builder.region(Region.US_EAST_1);
        }
    }
}
