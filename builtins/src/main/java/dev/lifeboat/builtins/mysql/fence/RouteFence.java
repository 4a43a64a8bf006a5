package dev.lifeboat.builtins.mysql.fence;

import dev.lifeboat.builtins.endpoint.Endpoint;
import dev.lifeboat.builtins.mysql.survey.Landscape;
import dev.lifeboat.interpreter.builtin.Call;
import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.value.Texts;
import java.util.List;

/** Takes a server out of every endpoint, so that the application does not find it should it come back. */
record RouteFence(Call call, Landscape landscape, String server, List<String> evidence) {

    /** @return whether it is proven that no endpoint leads to the server */
    boolean raise() {
        List<Endpoint> endpoints = landscape.endpoints(call);
        if (endpoints.isEmpty()) {
            evidence.add("routes: the inventory has no endpoint");
            return false;
        }
        boolean all = true;
        for (Endpoint endpoint : endpoints) {
            all &= remove(endpoint);
        }
        return all;
    }

    private boolean remove(Endpoint endpoint) {
        try {
            List<String> before = endpoint.targets();
            if (before.contains(server)) {
                call.inverse("send " + endpoint.name() + " to " + Texts.list(before) + " again", "endpoint.restore",
                        endpoint, before);
                endpoint.remove(server);
                call.did(endpoint.name(), "no longer leads to " + server);
            }
            boolean gone = !endpoint.targets().contains(server);
            evidence.add("endpoint `" + endpoint.name() + "`: " + (gone ? "does not lead to it" : "still leads to it"));
            return gone;
        } catch (Failure failure) {
            evidence.add(failure.getMessage());
            return false;
        }
    }
}
