package dev.lifeboat.interpreter.run;

import dev.lifeboat.interpreter.builtin.Failure;
import dev.lifeboat.interpreter.builtin.Signature;
import dev.lifeboat.interpreter.value.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which of several branches side by side has changed which server: no two may change the same one. */
final class Claims {

    private final Map<String, Integer> branchOf = new HashMap<>();

    /** One of the branches. */
    record Branch(Claims claims, int number) {}

    private synchronized Optional<Integer> other(String server, int branch) {
        var first = branchOf.putIfAbsent(server, branch);
        return Optional.ofNullable(first).filter(number -> number != branch);
    }

    /**
     * Before a call that changes something.
     *
     * @throws Failure where another branch has changed the same server
     */
    static void claim(List<Branch> branches, Signature signature, List<Value> arguments) {
        if (!signature.effect().alters()) {
            return;
        }
        for (var argument : arguments) {
            if (argument instanceof Value.Handle handle && handle.type().equals("server")) {
                branches.forEach(branch -> claim(branch, handle.text(), signature));
            }
        }
    }

    private static void claim(Branch branch, String server, Signature signature) {
        if (branch.claims().other(server, branch.number()).isPresent()) {
            throw Failure.of("`" + signature.word() + "` would change `" + server
                    + "`, which another step beside this one has changed already.")
                    .hint("Let steps that change the same server run one after the other.");
        }
    }
}
