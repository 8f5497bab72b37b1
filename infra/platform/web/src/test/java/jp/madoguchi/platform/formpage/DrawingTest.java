package jp.madoguchi.platform.formpage;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Drawing a page asks nobody: it has the filling, and knows neither a database nor anything else that would have to be waited for. */
@AnalyzeClasses(packages = "jp.madoguchi.platform", importOptions = ImportOption.DoNotIncludeTests.class)
class DrawingTest {

    @ArchTest
    static final ArchRule ASKS_NOBODY = noClasses().that().resideInAPackage("..platform.formpage..").should()
            .dependOnClassesThat().resideInAnyPackage("io.r2dbc..", "org.springframework.r2dbc..", "java.sql..",
                    "reactor..", "java.net.http..", "io.minio..");
}
