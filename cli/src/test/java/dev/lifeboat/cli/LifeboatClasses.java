package dev.lifeboat.cli;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** All classes of all modules without their tests, which lie in folders or, once packaged, in jars of their own. */
final class LifeboatClasses {

    static final JavaClasses WITHOUT_TESTS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("-tests.jar")).importPackages("dev.lifeboat");

    private LifeboatClasses() {}
}
