package dev.lifeboat.builtins.inventory;

import dev.lifeboat.interpreter.builtin.Failure;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClientBuilder;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.SecretsManagerException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Secrets of AWS Secrets Manager: by name or ARN, with {@code #key} behind it where the secret is a JSON object. They are fetched each time that they are needed; where it can't be reached in an incident, what
 * this process has fetched before still counts.
 */
final class AwsSecrets {
    private static final Duration TO_CONNECT = Duration.ofSeconds(3);
    private static final Duration TO_FETCH = Duration.ofSeconds(10);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String ARN = "arn:";
    private static final int REGION_OF_ARN = 3;
    private final Map<String, String> environment;
    private final Map<String, SecretsManagerClient> clients = new ConcurrentHashMap<>();
    private final Map<String, String> known = new ConcurrentHashMap<>();

    AwsSecrets(Map<String, String> environment) {
        this.environment = environment;
    }

    /** @param purpose for messages: {@code login `dba`} */
    String fetch(String id, String purpose) {
        int key = id.indexOf('#');
        String name = key < 0 ? id : id.substring(0, key);
        String value = value(name, purpose);
        return key < 0 ? value : field(value, id.substring(key + 1), name, purpose);
    }

    private String value(String name, String purpose) {
        try {
            String value = text(client(name).getSecretValue(get -> get.secretId(name)));
            known.put(name, value);
            return value;
        } catch (SdkException e) {
            boolean told = e instanceof SecretsManagerException answer && answer.statusCode() < 500;
            return Optional.ofNullable(known.get(name)).filter(before -> !told)
                    .orElseThrow(() -> AwsSecretFaults.of(name, purpose, e));
        }
    }

    private static String text(GetSecretValueResponse secret) {
        return secret.secretString() == null
                ? secret.secretBinary().asString(StandardCharsets.UTF_8)
                : secret.secretString();
    }

    private static String field(String value, String key, String name, String purpose) {
        try {
            JsonNode field = JSON.readTree(value).get(key);
            if (field != null && field.isValueNode()) {
                return field.asString();
            }
        } catch (JacksonException noJson) {
            throw AwsSecretFaults.withoutKey(name, key, purpose);
        }
        throw AwsSecretFaults.withoutKey(name, key, purpose);
    }

    private SecretsManagerClient client(String name) {
        String region = name.startsWith(ARN) && name.split(":").length > REGION_OF_ARN
                ? name.split(":")[REGION_OF_ARN]
                : environment.getOrDefault("AWS_REGION", "");
        return clients.computeIfAbsent(region, this::connected);
    }

    /** What the environment does not say, the SDK looks for in its other places: profiles, the role of the machine. */
    private SecretsManagerClient connected(String region) {
        SecretsManagerClientBuilder builder = SecretsManagerClient.builder()
                .httpClientBuilder(
                        UrlConnectionHttpClient.builder().connectionTimeout(TO_CONNECT).socketTimeout(TO_CONNECT))
                .overrideConfiguration(call -> call.apiCallTimeout(TO_FETCH));
        Optional.of(region).filter(named -> !named.isEmpty()).map(Region::of).ifPresent(builder::region);
        variable("AWS_ENDPOINT_URL_SECRETS_MANAGER").or(() -> variable("AWS_ENDPOINT_URL")).map(URI::create)
                .ifPresent(builder::endpointOverride);
        variable("AWS_ACCESS_KEY_ID").ifPresent(
                id -> builder.credentialsProvider(StaticCredentialsProvider.create(credentials(id))));
        return builder.build();
    }

    private AwsCredentials credentials(String id) {
        String secret = variable("AWS_SECRET_ACCESS_KEY")
                .orElseThrow(() -> Failure.of("The environment has `AWS_ACCESS_KEY_ID` and no `AWS_SECRET_ACCESS_KEY`.")
                        .hint("Set both, or neither."));
        return variable("AWS_SESSION_TOKEN")
                .<AwsCredentials>map(token -> AwsSessionCredentials.create(id, secret, token))
                .orElseGet(() -> AwsBasicCredentials.create(id, secret));
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
    }
}
