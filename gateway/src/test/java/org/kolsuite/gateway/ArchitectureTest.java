package org.kolsuite.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.kolsuite.gateway", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule packagesDependInOneDirection =
            slices().matching("org.kolsuite.gateway.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule knowsNoDatabaseNoBrokerAndNoOtherModule = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.sql..",
                    "org.hibernate..",
                    "org.apache.kafka..",
                    "org.kolsuite.platform..",
                    "org.kolsuite.registry..",
                    "org.kolsuite.campaign..",
                    "org.kolsuite.payment..",
                    "org.kolsuite.reporting..");

    @ArchTest
    static final ArchRule onlyTheClockKnowsTheTime = noClasses()
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");
}
