package dev.lifeboat.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Imports go one way, and what belongs to one module stays there. */
class ModulesTest {

    private static final List<String> LOWEST_FIRST = List.of("grammar", "interpreter", "builtins", "simulator", "cli");
    private static final List<String> MYSQL_LOWEST_FIRST = Stream
            .of("", ".rules", ".readiness", ".survey", ".fence", ".replication", ".data", ".failover", ".switchover",
                    ".instance", ".catalog", ".jdbc", ".binlog")
            .map("dev.lifeboat.builtins.mysql"::concat).toList();

    @Test
    void everyClassIsInAModuleThatTheRulesKnow() {
        assertThat(LifeboatClasses.WITHOUT_TESTS).isNotEmpty()
                .allMatch(type -> LOWEST_FIRST.contains(type.getPackageName().split("\\.")[2]));
    }

    @ParameterizedTest
    @MethodSource("modulesWithThoseAbove")
    void aModuleImportsNothingFromThoseAboveIt(String module, String[] above) {
        noClasses().that().resideInAPackage(module).should().dependOnClassesThat().resideInAnyPackage(above)
                .allowEmptyShould(true).check(LifeboatClasses.WITHOUT_TESTS);
    }

    @Test
    void everyPackageOfMySqlIsOneThatTheRulesKnow() {
        assertThat(LifeboatClasses.WITHOUT_TESTS).extracting(JavaClass::getPackageName)
                .filteredOn(name -> name.startsWith(MYSQL_LOWEST_FIRST.getFirst()))
                .containsAll(MYSQL_LOWEST_FIRST).isSubsetOf(MYSQL_LOWEST_FIRST);
    }

    @ParameterizedTest
    @MethodSource("packagesOfMySqlWithThoseAbove")
    void aPackageOfMySqlImportsNothingFromThoseAboveIt(String name, String[] above) {
        noClasses().that().resideInAPackage(name).should().dependOnClassesThat().resideInAnyPackage(above)
                .check(LifeboatClasses.WITHOUT_TESTS);
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
        return withThoseAbove(LOWEST_FIRST.stream().map(ModulesTest::packages).toList());
    }

    static Stream<Object[]> packagesOfMySqlWithThoseAbove() {
        return withThoseAbove(MYSQL_LOWEST_FIRST);
    }

    private static Stream<Object[]> withThoseAbove(List<String> lowestFirst) {
        return IntStream.range(0, lowestFirst.size() - 1).mapToObj(i -> new Object[]{lowestFirst.get(i),
                lowestFirst.subList(i + 1, lowestFirst.size()).toArray(String[]::new)});
    }

    private static String packages(String module) {
        return "dev.lifeboat." + module + "..";
    }
}
