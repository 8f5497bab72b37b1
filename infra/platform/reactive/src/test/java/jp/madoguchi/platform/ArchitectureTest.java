package jp.madoguchi.platform;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.InstantSource;

/** What the programs share knows none of them, and its packages depend on each other one way. */
@AnalyzeClasses(packages = "jp.madoguchi.platform", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule KNOWS_NO_PROGRAM = noClasses().should().dependOnClassesThat().resideInAnyPackage(
            "jp.madoguchi.portal..", "jp.madoguchi.backoffice..", "jp.madoguchi.identity..", "jp.madoguchi.exchange..");

    @ArchTest
    static final ArchRule ONE_WAY = slices().matching("jp.madoguchi.platform.(*)..").should().beFreeOfCycles();

    /** Nodes whose clocks differ must agree on what is due and on who may try. */
    @ArchTest
    static final ArchRule GO_BY_THE_CLOCK_OF_THE_DATABASE = noClasses().that()
            .resideInAnyPackage("jp.madoguchi.platform.queue..", "jp.madoguchi.platform.attempt..",
                    "jp.madoguchi.platform.outbox..")
            .should().dependOnClassesThat().areAssignableTo(InstantSource.class)
            .orShould().callMethod(Instant.class, "now");
}
