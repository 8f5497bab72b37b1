package jp.madoguchi.local;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZonedDateTime;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** All programs do the same job with the same tool. */
@AnalyzeClasses(packages = "jp.madoguchi", importOptions = ImportOption.DoNotIncludeTests.class)
class OneToolPerJobTest {

    @ArchTest
    static final ArchRule TIME_COMES_FROM_AN_INSTANT_SOURCE = noClasses().should().dependOnClassesThat()
            .areAssignableTo(Clock.class)
            .because("which day an instant falls on is asked of the calendar, not of the clock's zone");

    @ArchTest
    static final ArchRule NOBODY_LOOKS_AT_THE_WALL = noClasses().that()
            .resideOutsideOfPackages("jp.madoguchi.testkit..", "jp.madoguchi.bench..").should()
            .callMethodWhere(
                    DescribedPredicate.describe("asks the machine for the time", OneToolPerJobTest::asksTheMachine));

    @ArchTest
    static final ArchRule CSV_IS_READ_AND_WRITTEN_IN_ONE_PLACE = noClasses().that()
            .resideOutsideOfPackage("jp.madoguchi.platform.csv..").should().dependOnClassesThat()
            .resideInAPackage("de.siegmar.fastcsv..");

    private static boolean asksTheMachine(JavaCall<?> call) {
        var owner = call.getTargetOwner();
        return call.getName().equals("now") && (owner.isEquivalentTo(Instant.class)
                || owner.isEquivalentTo(LocalDate.class) || owner.isEquivalentTo(LocalDateTime.class)
                || owner.isEquivalentTo(ZonedDateTime.class) || owner.isEquivalentTo(YearMonth.class));
    }
}
