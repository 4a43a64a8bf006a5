package dev.lifeboat.cli.approvals;

import dev.lifeboat.cli.console.Screen;
import dev.lifeboat.cli.inbox.Envelope;
import dev.lifeboat.cli.inbox.Inbox;
import dev.lifeboat.interpreter.world.People.Approval;
import dev.lifeboat.interpreter.world.People.ApprovalRequest;
import dev.lifeboat.interpreter.world.People.Refusal;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Consumer;

/** Where signed answers to approvals come in: only those that answer what is asked now, by somebody who may, reach the run. */
public final class ApprovalDesk {
    private static final String SIGNED = "signed";
    private static final int REMEMBERED = 50;
    private final String run;
    private final Inbox inbox;
    private final Scrutiny scrutiny;
    private final Consumer<Refusal> refused;
    private final Screen screen;
    private final SequencedMap<String, Asking> open = new LinkedHashMap<>();
    private final SequencedMap<String, String> heard = new LinkedHashMap<>();

    public ApprovalDesk(String run, Inbox inbox, Scrutiny scrutiny, Consumer<Refusal> refused, Screen screen) {
        this.run = run;
        this.inbox = inbox;
        this.scrutiny = scrutiny;
        this.refused = refused;
        this.screen = screen;
    }

    /** The id of the run that asks. */
    public String run() {
        return run;
    }

    /** @return to be given back to {@link #answered}; the same as before where a further person has to say yes */
    public synchronized Asking ask(ApprovalRequest request, List<String> saidYes) {
        Asking before = open.get(request.step());
        boolean goesOn = before != null && !saidYes.isEmpty() && before.request().equals(request);
        Asking asking = goesOn ? before : new Asking(request, Challenge.fresh());
        asking.haveSaidYes(saidYes);
        open.put(request.step(), asking);
        publish();
        return asking;
    }

    /** @param enough whether nobody else has to be asked */
    public synchronized void answered(Asking asking, boolean enough) {
        if (enough) {
            open.remove(asking.request().step(), asking);
            publish();
        }
    }

    /** Whether it is a signed answer, for the run or not. */
    public static boolean isFor(Envelope letter) {
        return SignedAnswer.isOne(letter);
    }

    public synchronized void receive(Envelope letter) {
        Optional<SignedAnswer> answer = SignedAnswer.read(letter.what());
        Optional<String> objection = answer.isEmpty()
                ? Optional.of("It is no answer to an approval.")
                : scrutiny.objection(letter, answer.get(), run, Optional.ofNullable(open.get(answer.get().step())));
        objection.ifPresentOrElse(why -> refused.accept(refusal(letter, answer, why)),
                () -> open.get(answer.get().step()).receive(approval(letter, answer.get())));
        remember(letter.signature(), objection.orElse(""));
        publish();
    }

    private static Refusal refusal(Envelope letter, Optional<SignedAnswer> answer, String why) {
        return answer.map(said -> new Refusal("inbox",
                (said.yes() ? "yes" : "no") + " to `" + said.step() + "` by " + letter.by(), why))
                .orElseGet(() -> letter.refused(why));
    }

    private static Approval approval(Envelope letter, SignedAnswer answer) {
        return new Approval(answer.yes(), answer.by(), SIGNED, answer.reason(), letter.what() + letter.signature());
    }

    private void remember(String signature, String why) {
        heard.putLast(signature, why);
        if (heard.size() > REMEMBERED) {
            heard.pollFirstEntry();
        }
    }

    private void publish() {
        try {
            inbox.publish(new Published(run, open.values().stream().map(Asking::asked).toList(), heard).write());
        } catch (IOException e) {
            screen.print("What is asked can't be told in the inbox (" + e.getClass().getSimpleName()
                    + "): nobody can sign an answer to it.");
        }
    }
}
