package dev.lifeboat.builtins.store;

import dev.lifeboat.builtins.inventory.StorePlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.DefaultRetention;
import software.amazon.awssdk.services.s3.model.ObjectLockRule;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;

/** What the inventory asks of a bucket, looked up there. */
record S3Promises(S3Bucket bucket, S3Faults faults) {

    StoreState state() {
        try {
            bucket.find("~");
        } catch (SdkException e) {
            return new StoreState(false, Optional.empty(),
                    List.of("Store `" + faults.store() + "` can't be used: " + faults.why(e) + "."));
        }
        List<String> complaints = new ArrayList<>();
        StorePlan.S3 plan = bucket.plan();
        plan.encryption().ifPresent(asked -> look(complaints, "encrypts by itself", "s3:GetEncryptionConfiguration",
                () -> encryption(asked)));
        if (plan.versioning()) {
            look(complaints, "keeps former versions", "s3:GetBucketVersioning", this::versioning);
        }
        plan.lock().ifPresent(asked -> look(complaints, "locks its objects", "s3:GetBucketObjectLockConfiguration",
                () -> lock(asked)));
        return new StoreState(true, Optional.empty(), complaints);
    }

    private interface Look {
        /** A complaint. */
        Optional<String> at();
    }

    private void look(List<String> complaints, String promise, String right, Look look) {
        try {
            look.at().ifPresent(complaints::add);
        } catch (SdkException e) {
            complaints.add("Whether " + name() + " " + promise + " can't be seen: " + faults.why(e) + ". It takes `"
                    + right + "`.");
        }
    }

    private String name() {
        return "bucket `" + bucket.plan().bucket() + "`";
    }

    private S3Client client() {
        return bucket.client();
    }

    private Optional<String> encryption(StorePlan.Encryption asked) {
        ServerSideEncryption wanted = asked instanceof StorePlan.Encryption.ByKms
                ? ServerSideEncryption.AWS_KMS
                : ServerSideEncryption.AES256;
        boolean kept = bucket.asked(() -> client().getBucketEncryption(
                look -> look.bucket(bucket.plan().bucket()).overrideConfiguration(bucket.inTime())))
                .serverSideEncryptionConfiguration().rules().stream()
                .anyMatch(rule -> rule.applyServerSideEncryptionByDefault() != null
                        && rule.applyServerSideEncryptionByDefault().sseAlgorithm() == wanted);
        return kept
                ? Optional.empty()
                : Optional.of("By default, " + name() + " does not encrypt by `" + wanted + "`.");
    }

    private Optional<String> versioning() {
        return bucket.asked(() -> client().getBucketVersioning(
                look -> look.bucket(bucket.plan().bucket()).overrideConfiguration(bucket.inTime())))
                .status() == BucketVersioningStatus.ENABLED
                        ? Optional.empty()
                        : Optional.of("Versioning is not enabled for " + name()
                                + ": what is overwritten or deleted there is gone.");
    }

    private Optional<String> lock(Duration asked) {
        try {
            var found = bucket.asked(() -> client().getObjectLockConfiguration(
                    look -> look.bucket(bucket.plan().bucket()).overrideConfiguration(bucket.inTime())))
                    .objectLockConfiguration();
            Duration kept = Optional.ofNullable(found.rule()).map(ObjectLockRule::defaultRetention)
                    .map(S3Promises::time).orElse(Duration.ZERO);
            return kept.compareTo(asked) >= 0 ? Optional.empty() : Optional.of(shorter(kept, asked));
        } catch (S3Exception e) {
            if (e.statusCode() == 404) {
                return Optional.of(shorter(Duration.ZERO, asked));
            }
            throw e;
        }
    }

    private static Duration time(DefaultRetention retention) {
        return retention.years() != null
                ? Duration.ofDays(365L * retention.years())
                : Duration.ofDays(retention.days() == null ? 0 : retention.days());
    }

    private String shorter(Duration kept, Duration asked) {
        return kept.isZero()
                ? "The objects of " + name() + " are not locked; asked for are " + asked.toDays() + " days."
                : "The objects of " + name() + " are locked for " + kept.toDays() + " days; asked for are "
                        + asked.toDays() + ".";
    }
}
