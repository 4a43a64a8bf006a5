package dev.lifeboat.builtins.endpoint;

import static dev.lifeboat.interpreter.builtin.Effect.CHANGES;

import dev.lifeboat.interpreter.builtin.Builtin;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Doc;
import dev.lifeboat.interpreter.builtin.Namespace;
import dev.lifeboat.interpreter.value.Texts;
import java.util.List;

/** How changes of endpoints are taken back. */
@Namespace(value = "endpoint", doc = "The ways by which the application reaches the server that takes its writes.")
public final class EndpointInverses {

    @Builtin(effect = CHANGES, internal = true, inverse = false,
            doc = "Sends the application where it was sent before.",
            example = "")
    public void restore(Call call, @Doc("The endpoint.") Endpoint endpoint,
            @Doc("The servers that it led to.") List<String> targets) {
        endpoint.restore(targets);
        new Settling(call, endpoint).await(targets);
        call.did(endpoint.name(), "leads to " + Texts.list(targets) + " again");
    }
}
