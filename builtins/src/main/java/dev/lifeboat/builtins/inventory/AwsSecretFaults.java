package dev.lifeboat.builtins.inventory;

import dev.lifeboat.interpreter.builtin.Failure;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.secretsmanager.model.SecretsManagerException;

/** Why a secret can't be had from AWS Secrets Manager, for people. No cause is passed on: nobody knows what it quotes. */
final class AwsSecretFaults {
    private AwsSecretFaults() {}

    /** @param purpose {@code login `dba`} */
    static Failure of(String name, String purpose, SdkException e) {
        return Failure.of("The secret of " + purpose + " is `" + name + "` in AWS Secrets Manager, and can't be had: "
                + why(e) + ".").hint(hint(e));
    }

    private static String why(SdkException e) {
        return switch (code(e)) {
            case "" -> clientSide(e);
            case "ResourceNotFoundException" -> "there is no such secret";
            case "AccessDeniedException" -> "it is not permitted";
            case "DecryptionFailure" -> "it can't be decrypted with its KMS key";
            case "InvalidRequestException" -> "it is marked for deletion, or not usable now";
            case String other -> "it answered " + other;
        };
    }

    private static String code(SdkException e) {
        return e instanceof SecretsManagerException told && told.awsErrorDetails() != null
                && told.awsErrorDetails().errorCode() != null ? told.awsErrorDetails().errorCode() : "";
    }

    private static String clientSide(SdkException e) {
        String text = String.valueOf(e.getMessage());
        if (text.contains("load credentials")) {
            return "no keys of an account are to be had";
        }
        return text.contains("region") ? "no region is named" : "it does not answer";
    }

    private static String hint(SdkException e) {
        return switch (code(e)) {
            case "ResourceNotFoundException" ->
                "Look at its name and its region: `AWS_REGION`, or the whole ARN in the inventory.";
            case "AccessDeniedException", "DecryptionFailure" ->
                "The account needs `secretsmanager:GetSecretValue` for it, and `kms:Decrypt` for its key.";
            default ->
                "Look at `AWS_REGION`, at the keys that the AWS SDK finds, and whether there is a way to it; `env:` and `file:` need none of them.";
        };
    }

    static Failure withoutKey(String name, String key, String purpose) {
        return Failure.of("The secret of " + purpose + " is `" + key + "` of `" + name
                + "` in AWS Secrets Manager, which is no JSON object with such a key.")
                .hint("What follows `#` in the inventory is a key of the secret; without it the whole secret counts.");
    }
}
