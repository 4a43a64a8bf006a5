package dev.lifeboat.interpreter.check;

import dev.lifeboat.grammar.tree.Declaration;
import dev.lifeboat.grammar.tree.Name;
import dev.lifeboat.grammar.tree.SourceFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;

/** What a file and the libraries that it uses declare, by name; names are flat. */
final class Declarations {

    /** The objective that every runbook has. */
    static final String SERVICE_RESTORED = "service_restored";

    private final SequencedMap<String, Declaration.Template> templates = new LinkedHashMap<>();
    private final SequencedMap<String, Declaration.Procedure> procedures = new LinkedHashMap<>();
    private final SequencedMap<String, Declaration.Escalation> ladders = new LinkedHashMap<>();
    private final SequencedSet<String> objectives = new LinkedHashSet<>();

    private final List<SourceFile.Library> libraries = new ArrayList<>();

    void add(SourceFile.Library library) {
        libraries.add(library);
    }

    /** Those that are used, in the order in which they are. */
    List<SourceFile.Library> libraries() {
        return libraries;
    }

    /** @return what had the name before, if it is taken */
    Optional<Name> add(Declaration.Template template) {
        return Optional.ofNullable(templates.putIfAbsent(template.name().text(), template))
                .map(Declaration.Template::name);
    }

    Optional<Name> add(Declaration.Procedure procedure) {
        return Optional.ofNullable(procedures.putIfAbsent(procedure.name().text(), procedure))
                .map(Declaration.Procedure::name);
    }

    Optional<Name> add(Name name, Declaration.Escalation ladder) {
        return Optional.ofNullable(ladders.putIfAbsent(name.text(), ladder)).flatMap(Declaration.Escalation::name);
    }

    boolean addObjective(String name) {
        return objectives.add(name);
    }

    Optional<Declaration.Template> template(String name) {
        return Optional.ofNullable(templates.get(name));
    }

    Optional<Declaration.Procedure> procedure(String name) {
        return Optional.ofNullable(procedures.get(name));
    }

    Optional<Declaration.Escalation> ladder(String name) {
        return Optional.ofNullable(ladders.get(name));
    }

    Collection<String> templates() {
        return templates.sequencedKeySet();
    }

    Collection<String> procedures() {
        return procedures.sequencedKeySet();
    }

    Collection<String> ladders() {
        return ladders.sequencedKeySet();
    }

    Collection<String> objectives() {
        return objectives;
    }

    Collection<Declaration.Template> allTemplates() {
        return templates.values();
    }

    Collection<Declaration.Procedure> allProcedures() {
        return procedures.values();
    }
}
