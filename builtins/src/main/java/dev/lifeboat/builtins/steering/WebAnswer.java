package dev.lifeboat.builtins.steering;

import dev.lifeboat.builtins.comms.Secrecy;

/**
 * What came back.
 *
 * @param secrecy what the request held that nobody may see, and that the answer may repeat
 */
public record WebAnswer(String host, int status, String body, Secrecy secrecy) {
    public boolean succeeded() {
        return status >= 200 && status <= 299;
    }

    public boolean leadsElsewhere() {
        return status >= 300 && status <= 399;
    }

    /** A server that stumbled may have done what it was asked for all the same. */
    public boolean stumbled() {
        return status >= 500;
    }

    /** {@code status 403 ("not from here")}, short and without secrets. */
    public String told() {
        return "status " + status + secrecy.quote(body);
    }
}
