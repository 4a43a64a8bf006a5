package dev.lifeboat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.domain.JavaMethod;
import dev.lifeboat.interpreter.builtin.Builtin;
import dev.lifeboat.interpreter.builtin.PortEffect;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A word says all the privileges that the methods of ports have which its code can come to. */
class PrivilegesTest {
    private static final String BUILTINS = "dev.lifeboat.builtins";

    @Test
    void aWordSaysWhatItsPortsNeed() {
        SortedMap<String, Set<String>> unsaid = new TreeMap<>();
        words().forEach(word -> unsaid.put(word.getFullName(), unsaid(word)));

        assertThat(unsaid).hasSizeGreaterThan(100);
        unsaid.values().removeIf(Set::isEmpty);
        assertThat(unsaid).isEmpty();
    }

    private static Stream<JavaMethod> words() {
        return LifeboatClasses.WITHOUT_TESTS.stream().flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(Builtin.class))
                .filter(method -> !method.getAnnotationOfType(Builtin.class).internal());
    }

    private static Set<String> unsaid(JavaMethod word) {
        List<String> said = List.of(word.getAnnotationOfType(Builtin.class).privileges());
        return reached(word).filter(method -> method.isAnnotatedWith(PortEffect.class))
                .flatMap(port -> Stream.of(port.getAnnotationOfType(PortEffect.class).privileges()))
                .filter(privilege -> !said.contains(privilege)).collect(Collectors.toCollection(TreeSet::new));
    }

    /** What can be called, methods of ports included, whose adapters are not looked into. */
    private static Stream<JavaCodeUnit> reached(JavaCodeUnit from) {
        Set<JavaCodeUnit> reached = new HashSet<>(Set.of(from));
        Deque<JavaCodeUnit> open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            JavaCodeUnit next = open.pop();
            Stream.of(next.getCallsFromSelf().stream(), next.getCodeUnitReferencesFromSelf().stream())
                    .flatMap(calls -> calls).flatMap(PrivilegesTest::target).filter(reached::add)
                    .forEach(open::push);
        }
        return reached.stream();
    }

    private static Stream<JavaCodeUnit> target(JavaCodeUnitAccess<?> call) {
        return call.getTarget().resolveMember().stream().map(JavaCodeUnit.class::cast)
                .filter(unit -> isBuiltins(unit.getOwner()));
    }

    private static boolean isBuiltins(JavaClass type) {
        return type.getPackageName().startsWith(BUILTINS);
    }
}
