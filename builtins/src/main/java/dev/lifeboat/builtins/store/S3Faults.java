package dev.lifeboat.builtins.store;

import dev.lifeboat.builtins.inventory.StorePlan;
import dev.lifeboat.interpreter.builtin.Failure;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * What went wrong with a bucket, for people.
 *
 * @param store as the inventory calls it
 */
record S3Faults(String store, StorePlan.S3 plan) {
    private static final Map<String, String> RIGHTS = Map.of("read", "s3:GetObject", "written", "s3:PutObject",
            "deleted", "s3:DeleteObject", "listed", "s3:ListBucket", "looked for", "s3:ListBucket");
    private static final Set<Integer> IN_DOUBT = Set.of(500, 502, 504);
    private static final String AS_BEFORE = "What was there before is still there.";

    /** Of what leaves everything as it was. @param what was to become of it: {@code read} */
    Failure of(String what, String object, SdkException e) {
        return Failure.of(message(what, object, e)).because(e).hint(hint(what, e)).evidence(evidence(e));
    }

    /** Of a request that may have been carried out nevertheless, where nobody saw its answer. */
    Failure doubtful(String what, String object, SdkException e) {
        return e instanceof S3Exception told && !IN_DOUBT.contains(told.statusCode())
                ? of(what, object, e)
                : Failure.unknown(message(what, object, e) + " Whether it was " + what + " is not known.").because(e)
                        .hint("It is as before or as it was to be, and nothing between: look there once it answers.")
                        .evidence(evidence(e));
    }

    Failure written(String object, SdkException e) {
        return doubtful("written", object, e);
    }

    private String subject(String object) {
        return object.isEmpty() ? "What is in store `" + store + "`" : "`" + object + "` of store `" + store + "`";
    }

    private String message(String what, String object, SdkException e) {
        if (e instanceof S3Exception told && isMissing(told)) {
            return StoreFaults.missing(store, object).getMessage();
        }
        return e instanceof AbortedException
                ? subject(object) + " was not " + what + ": it was cancelled."
                : subject(object) + " can't be " + what + ": " + why(e) + ".";
    }

    String why(SdkException e) {
        return switch (e) {
            case S3Exception told -> told(told);
            case ApiCallTimeoutException late -> "bucket `" + plan.bucket() + "` did not answer in time";
            case ApiCallAttemptTimeoutException late -> "bucket `" + plan.bucket() + "` did not answer in time";
            default -> clientSide(e);
        };
    }

    private String told(S3Exception e) {
        String code = code(e);
        return switch (code) {
            case "NoSuchBucket" -> "there is no bucket `" + plan.bucket() + "`";
            case "AccessDenied" -> "it is not permitted (AccessDenied)";
            case "InvalidAccessKeyId", "SignatureDoesNotMatch", "ExpiredToken", "InvalidToken" ->
                "the account's keys were refused ("
                        + code + ")";
            case "SlowDown", "ServiceUnavailable" ->
                "bucket `" + plan.bucket() + "` is overloaded (" + code + ", status "
                        + e.statusCode() + ")";
            case "NotImplemented" ->
                "bucket `" + plan.bucket() + "` can't do what the inventory asks of it (" + code + ")";
            default -> "bucket `" + plan.bucket() + "` answered " + (code.isEmpty() ? "" : code + ", ") + "status "
                    + e.statusCode();
        };
    }

    static boolean isMissing(S3Exception e) {
        return code(e).equals("NoSuchKey");
    }

    private static String code(S3Exception e) {
        return e.awsErrorDetails() == null || e.awsErrorDetails().errorCode() == null
                ? ""
                : e.awsErrorDetails().errorCode();
    }

    private String clientSide(SdkException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SocketTimeoutException) {
                return "bucket `" + plan.bucket() + "` did not answer in time";
            }
            if (cause instanceof UnknownHostException || cause instanceof ConnectException
                    || cause instanceof NoRouteToHostException) {
                return "nothing answers at " + place();
            }
        }
        if (String.valueOf(e.getMessage()).contains("load credentials")) {
            return "no keys of an account are to be had";
        }
        return String.valueOf(e.getMessage()).contains("region")
                ? "no region is named for it"
                : "the connection to " + place() + " broke off";
    }

    private String place() {
        return plan.endpoint().map(address -> "`" + address + "`").orElse("S3");
    }

    private String hint(String what, SdkException e) {
        return switch (e) {
            case S3Exception told -> hint(what, told);
            case AbortedException cancelled -> AS_BEFORE;
            default -> clientSide(e).startsWith("no keys")
                    ? "Name them with `access_key` and `secret_key` in the inventory, or by one of the ways of the AWS SDK."
                    : clientSide(e).startsWith("no region")
                            ? "Add `region` to the store in the inventory."
                            : "Look whether there is a way to it from here; then try again. " + AS_BEFORE;
        };
    }

    private String hint(String what, S3Exception e) {
        return switch (code(e)) {
            case "NoSuchBucket" ->
                "Look at `bucket`, `region` and `endpoint` of the store in the inventory. Lifeboat makes no buckets.";
            case "NoSuchKey" -> StoreFaults.missing(store, "").hint();
            case "AccessDenied" -> "The account needs `" + RIGHTS.getOrDefault(what, "s3:GetObject")
                    + "` there; docs/stores.md has all that it needs.";
            case "InvalidAccessKeyId", "SignatureDoesNotMatch", "ExpiredToken", "InvalidToken" ->
                "Look at `access_key` and `secret_key` of the store, or at what gives the AWS SDK its keys.";
            case "NotImplemented" -> "Look at `encryption` and `storage_class` of the store in the inventory.";
            case "InvalidObjectState" ->
                "It lies in an archive of S3 and has to be brought back first; use a copy in another store meanwhile.";
            default -> e.statusCode() >= 500
                    ? "Try again later, or use a copy in another store. " + AS_BEFORE
                    : "Look at the store in the inventory, and at what S3 says below.";
        };
    }

    private static List<String> evidence(SdkException e) {
        return e instanceof S3Exception told && told.awsErrorDetails() != null
                && told.awsErrorDetails().errorMessage() != null
                        ? List.of("S3: " + told.awsErrorDetails().errorMessage())
                        : List.of();
    }

    Failure cancelled(String what, String object, Exception e) {
        return Failure.of(subject(object) + " was not " + what + ": it was cancelled.").because(e).hint(AS_BEFORE);
    }

    Failure brokenOff(String object, long at, long end, Exception e) {
        return Failure.of(subject(object) + " can't be read: it broke off again and again, the last time after " + at
                + " of " + end + " bytes.").because(e)
                .hint("Look whether the way to " + place() + " holds; or use a copy in another store.");
    }

    Failure replaced(String object, long at, long end) {
        return Failure.of(subject(object) + " was replaced by another while it was read, after " + at + " of " + end
                + " bytes.").hint("Nothing that was read counts; read it from its beginning.");
    }

    Failure deleted(String object, long at, long end) {
        return Failure.of(subject(object) + " was deleted while it was read, after " + at + " of " + end + " bytes.")
                .hint("Nothing that was read counts; use a copy in another store, or an earlier version where the bucket keeps them.");
    }

    Failure vanished(String object) {
        return Failure.of(subject(object) + " was written, and is not there.")
                .hint("Somebody or a lifecycle rule of the bucket has deleted it; look at what else deletes there.");
    }

    Failure otherSize(String object, long written, long found) {
        return Failure.of(subject(object) + " was written with " + written + " bytes and has " + found + ".")
                .hint("Somebody else writes under the same name; look at what else writes there.");
    }

    Failure notEncrypted(String object) {
        return Failure.of(subject(object) + " was not encrypted by S3 as the inventory asks (`encryption`).")
                .hint("What is there is encrypted by Lifeboat's own key alone. A store that can't encrypt by itself needs the inventory without `encryption`.");
    }

    Failure leftParts(String object, SdkException e) {
        return Failure.of("Parts of " + subject(object) + " that were written can't be taken away: " + why(e) + ".")
                .because(e)
                .hint("No object consists of them, but they cost: a lifecycle rule of the bucket (AbortIncompleteMultipartUpload) takes them away.");
    }
}
