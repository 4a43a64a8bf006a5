package dev.lifeboat.interpreter.run;

/** Changes of the service level, which a rollback takes back. */
record ServiceLevels(Parts parts, StepSite site) {

    void set(int number, String affected) {
        var incident = parts.context().incident;
        var level = new Incident.Level(number, affected);
        if (!level.equals(incident.level())) {
            site.entry().add(new Undoable.LevelBefore(incident.level()));
            site.entry().altered();
            become(level);
            parts.hooks().serviceLevel(site.name(), number);
            parts.updates().levelChanged();
        }
    }

    /** The actions of the inventory have inverses of their own. */
    void takeBack(Undoable.LevelBefore change) {
        become(change.level());
    }

    private void become(Incident.Level level) {
        var context = parts.context();
        context.incident.level(level);
        context.recordForced(new Event.LevelChanged(level.number(), level.affected()));
    }
}
