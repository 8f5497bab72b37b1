package jp.madoguchi.forms;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The language knows no framework, and its packages depend on each other one way. */
@AnalyzeClasses(packages = "jp.madoguchi.forms", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule KNOWS_NO_FRAMEWORK = classes().should().onlyDependOnClassesThat().resideInAnyPackage(
            "jp.madoguchi.forms..", "java..", "tools.jackson..", "org.snakeyaml.engine..", "org.jspecify..");

    @ArchTest
    static final ArchRule ONE_WAY = slices().matching("jp.madoguchi.forms.(*)..").should().beFreeOfCycles();
}
