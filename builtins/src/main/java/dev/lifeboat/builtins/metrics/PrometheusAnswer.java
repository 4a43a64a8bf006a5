package dev.lifeboat.builtins.metrics;

import dev.lifeboat.builtins.steering.WebAnswer;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What Prometheus said, as its HTTP API has it. */
sealed interface PrometheusAnswer {

    record Values(List<Series> series) implements PrometheusAnswer {}

    /** It understood, and did not want to. */
    record Refused(String why) implements PrometheusAnswer {}

    record Unreadable(String why) implements PrometheusAnswer {}

    /** @param value as it is written: {@code NaN} and {@code +Inf} too */
    record Series(String labels, String value) {}

    JsonMapper JSON = JsonMapper.builder().build();

    /** An error has a body of its own (400, 422, 503); a proxy before it has not. */
    static PrometheusAnswer read(WebAnswer answer) {
        JsonNode root;
        try {
            root = JSON.readTree(answer.body());
        } catch (JacksonException notJson) {
            return new Unreadable(answer.told());
        }
        return switch (root.path("status").asString("")) {
            case "success" -> data(root.path("data"), answer);
            case "error" -> new Refused(answer.secrecy().cover(root.path("errorType").asString("") + ": "
                    + root.path("error").asString("")));
            default -> new Unreadable(answer.told());
        };
    }

    private static PrometheusAnswer data(JsonNode data, WebAnswer answer) {
        JsonNode result = data.path("result");
        return switch (data.path("resultType").asString("")) {
            case "scalar" -> isSample(result) ? new Values(List.of(series("", result))) : new Unreadable(answer.told());
            case "vector" -> vector(result, answer);
            case "matrix" -> new Refused("the query answers with a range, and one number is wanted");
            default -> new Unreadable(answer.told());
        };
    }

    private static PrometheusAnswer vector(JsonNode result, WebAnswer answer) {
        List<Series> series = new ArrayList<>();
        for (JsonNode one : result) {
            if (!isSample(one.path("value"))) {
                return new Unreadable(answer.told());
            }
            series.add(series(one.path("metric").toString(), one.path("value")));
        }
        return result.isArray() ? new Values(series) : new Unreadable(answer.told());
    }

    /** A time and a value. */
    private static boolean isSample(JsonNode sample) {
        return sample.isArray() && sample.size() == 2 && sample.get(1).isString();
    }

    private static Series series(String labels, JsonNode sample) {
        return new Series(labels, sample.get(1).asString());
    }
}
