package dev.lifeboat.interpreter.run;

/** What carries out the items of a run: the shared context, and those that deal with people. */
record Parts(RunContext context, Place top, Messenger messenger, Escalations escalations, CustomerUpdates updates,
        Approvals approvals, Pauses pauses, Hooks hooks) {

    static Parts of(RunContext context) {
        var top = Place.top(context);
        var messenger = new Messenger(context);
        var escalations = new Escalations(context, messenger);
        return new Parts(context, top, messenger, escalations,
                new CustomerUpdates(context, messenger, escalations, top), new Approvals(context, escalations),
                new Pauses(context, escalations), new Hooks(context));
    }
}
