package dev.lifeboat.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Imports go one way, and what belongs to one module stays there. */
class ModulesTest {

    private static final List<String> LOWEST_FIRST = List.of("grammar", "interpreter", "builtins", "simulator", "cli");

    @Test
    void everyClassIsInAModuleThatTheRulesKnow() {
        assertThat(LifeboatClasses.WITHOUT_TESTS).isNotEmpty()
                .allMatch(type -> LOWEST_FIRST.contains(type.getPackageName().split("\\.")[2]));
    }

    @ParameterizedTest
    @MethodSource("modulesWithThoseAbove")
    void aModuleImportsNothingFromThoseAboveIt(String module, String[] above) {
        noClasses().that().resideInAPackage(packages(module)).should().dependOnClassesThat().resideInAnyPackage(above)
                .allowEmptyShould(true).check(LifeboatClasses.WITHOUT_TESTS);
    }

    @Test
    void theParserGeneratorCanBeReplacedInTheGrammarAlone() {
        noClasses().that().resideOutsideOfPackage(packages("grammar")).should().dependOnClassesThat()
                .resideInAPackage("org.antlr..").check(LifeboatClasses.WITHOUT_TESTS);
    }

    @Test
    void sqlIsKnownToTheBuiltinsAlone() {
        noClasses().that().resideOutsideOfPackage(packages("builtins")).should().dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "com.mysql..").check(LifeboatClasses.WITHOUT_TESTS);
    }

    static Stream<Object[]> modulesWithThoseAbove() {
        return IntStream.range(0, LOWEST_FIRST.size() - 1).mapToObj(i -> new Object[]{LOWEST_FIRST.get(i),
                LOWEST_FIRST.stream().skip(i + 1).map(ModulesTest::packages).toArray(String[]::new)});
    }

    private static String packages(String module) {
        return "dev.lifeboat." + module + "..";
    }
}
