package jp.madoguchi.platform;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The core knows no web at all. */
@AnalyzeClasses(packages = "jp.madoguchi.platform", importOptions = ImportOption.DoNotIncludeTests.class)
class CoreIsPlainTest {

    @ArchTest
    static final ArchRule KNOWS_NO_WEB = noClasses().should().dependOnClassesThat().resideInAnyPackage("reactor..",
            "org.reactivestreams..", "io.r2dbc..", "org.springframework.web..", "org.springframework.http..",
            "gg.jte..", "jakarta.servlet..");
}
