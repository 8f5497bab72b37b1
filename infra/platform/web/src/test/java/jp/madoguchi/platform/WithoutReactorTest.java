package jp.madoguchi.platform;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Core and web serve servlet and reactive programs alike, so they know the ways of neither. */
@AnalyzeClasses(packages = "jp.madoguchi.platform", importOptions = ImportOption.DoNotIncludeTests.class)
class WithoutReactorTest {

    @ArchTest
    static final ArchRule NEITHER_REACTIVE_NOR_SERVLET = noClasses().should().dependOnClassesThat()
            .resideInAnyPackage("reactor..", "org.reactivestreams..", "io.r2dbc..", "io.netty..",
                    "org.springframework.r2dbc..", "org.springframework.web.reactive..",
                    "org.springframework.web.server..", "org.springframework.http.server.reactive..",
                    "org.springframework.http.codec..", "org.springframework.security..", "jakarta.servlet..",
                    "org.springframework.web.servlet..");

    /** What runs on JDBC stands in packages of that name, and reactive programs leave them alone. */
    @ArchTest
    static final ArchRule JDBC_STANDS_APART = noClasses().that()
            .resideOutsideOfPackage("jp.madoguchi.platform.*.jdbc..")
            .should().dependOnClassesThat().resideInAnyPackage("org.springframework.jdbc..", "java.sql..",
                    "jp.madoguchi.platform.*.jdbc..");
}
