package dev.lifeboat.cli.approvals;

import dev.lifeboat.interpreter.run.ApprovalDigest;
import dev.lifeboat.interpreter.world.People.ApprovalRequest;
import java.util.List;

/**
 * Something for which a run asks.
 *
 * @param asking  drawn anew each time that something is asked, so that no answer serves a second time
 * @param saidYes who has said yes so far
 */
public record Asked(String asking, ApprovalRequest request, List<String> saidYes) {

    /** Whether an answer to it binds what is shown, and nothing else. */
    public boolean bindsWhatItShows() {
        return request.digest()
                .equals(ApprovalDigest.of(request.step(), request.title(), request.calls(), request.servers(),
                        request.facts()));
    }
}
