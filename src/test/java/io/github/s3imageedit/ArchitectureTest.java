package io.github.s3imageedit;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the arrows between packages, and what belongs to one package only. */
class ArchitectureTest {
    private static final String HOUSE = "io.github.s3imageedit";
    private static final String APP = HOUSE + ".app..";
    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> location.contains("/classes/"))
            .importPackages(HOUSE);

    @ParameterizedTest
    @CsvSource({
        "image, image",
        "job, job image",
        "store, store job image",
        "edit, edit job image",
        "ledger, ledger store edit job image",
        "result, result store edit job image",
        "pipeline, pipeline store edit ledger result job image",
        "trigger, trigger app pipeline job",
        "app, app pipeline store edit ledger result job image"
    })
    void arrowsGoOneWay(String room, String allowed) {
        classes()
                .that()
                .resideInAPackage(HOUSE + "." + room + "..")
                .should()
                .onlyDependOnClassesThat(not(resideInAPackage(HOUSE + "..")).or(resideInAnyPackage(packages(allowed))))
                .allowEmptyShould(true)
                .because("trigger -> pipeline -> {store, edit, ledger, result} -> job -> image, and nothing reaches"
                        + " back")
                .check(MAIN);
    }

    private static String[] packages(String rooms) {
        return Arrays.stream(rooms.split(" ", -1))
                .map(room -> HOUSE + "." + room + "..")
                .toArray(String[]::new);
    }

    @Test
    void packagesFormNoCycles() {
        slices().matching(HOUSE + ".(*)..")
                .should()
                .beFreeOfCycles()
                .because("a package is to be read, and tested, without those above it")
                .check(MAIN);
    }

    @Test
    void everyClassHasARoom() {
        classes()
                .should()
                .resideInAnyPackage(packages("image job store edit ledger result pipeline trigger app"))
                .because("the rooms of the house are laid down, and a new one needs its arrows")
                .check(MAIN);
    }

    @Test
    void onlyConstructorsWithoutArgumentsReachTheWiring() {
        DescribedPredicate<JavaAccess<?>> elsewhere = DescribedPredicate.describe(
                "does so outside a constructor without arguments",
                access -> !(access.getOrigin().isConstructor()
                        && access.getOrigin().getRawParameterTypes().isEmpty()));
        noClasses()
                .that()
                .resideInAPackage(HOUSE + ".trigger..")
                .should()
                .accessTargetWhere(target(owner(resideInAPackage(APP))).and(elsewhere))
                .because("that is Lambda's way in; any other use of a door brings its own pipeline")
                .check(MAIN);
        fields().that()
                .areDeclaredInClassesThat()
                .resideInAPackage(HOUSE + ".trigger..")
                .should()
                .notHaveRawType(resideInAPackage(APP))
                .because("doors know pipelines, not settings")
                .check(MAIN);
    }

    @Test
    void onlyTheAppKnowsEnvironmentAndTime() {
        assertOnlyApp(target(owner(type(System.class)))
                .and(target(nameMatching("getenv|currentTimeMillis|nanoTime|getProperty"))));
        assertOnlyApp(target(owner(type(Instant.class))).and(target(name("now"))));
        assertOnlyApp(target(owner(assignableTo(Clock.class).or(type(InstantSource.class))))
                .and(target(nameMatching("system.*|tick.*"))));
        assertOnlyApp(target(owner(resideInAPackage("java.time.."))).and(target(name("now"))));
        assertOnlyApp(target(nameMatching("random(UUID)?")).and(target(owner(type(Math.class)))));
    }

    @Test
    void onlyTheAppKnowsThreads() {
        assertOnlyApp(target(owner(type(Thread.class))).and(target(nameMatching("sleep|of.*|start.*"))));
        assertOnlyApp(target(owner(assignableTo(Thread.class).or(assignableTo(Executor.class))))
                .and(target(name("<init>"))));
        assertOnlyApp(target(owner(type(Executors.class))));
    }

    private static void assertOnlyApp(DescribedPredicate<JavaAccess<?>> access) {
        noClasses()
                .that()
                .resideOutsideOfPackage(APP)
                .should()
                .accessTargetWhere(access)
                .because("settings, time, pauses and threads are handed in, so that tests decide about them")
                .check(MAIN);
    }

    @ParameterizedTest
    @CsvSource({
        "store, software.amazon.awssdk.services.s3..",
        "edit, org.apache.hc..",
        "trigger, com.amazonaws.services.lambda..",
    })
    void eachOutsideWorldHasOneDoor(String room, String outside) {
        noClasses()
                .that()
                .resideOutsideOfPackage(HOUSE + "." + room + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(outside)
                .because("what comes from outside stops at the package that translates it")
                .check(MAIN);
    }

    @Test
    void onlyStoreAndAppKnowTheSdk() {
        noClasses()
                .that()
                .resideOutsideOfPackages(HOUSE + ".store..", APP)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("software.amazon.awssdk..")
                .because("S3 stops at store, and the signed calls at app")
                .check(MAIN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "com.fasterxml.jackson.databind..",
                "java.net.http..",
                "java.util.logging..",
                "javax.imageio..",
                "java.awt.."
            })
    void somePackagesAreForbidden(String outside) {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage(outside)
                .because("there is one HTTP stack, one logging interface, JSON by streaming and no picture decoder")
                .check(MAIN);
    }

    @Test
    void namesSayWhatAClassIsFor() {
        noClasses()
                .should()
                .haveNameMatching("(?i).*\\.\\w*(util|helper|manager|common)\\w*(\\..*)?")
                .orShould()
                .haveSimpleNameEndingWith("Impl")
                .because("such a name takes in anything")
                .check(MAIN);
    }

    @Test
    void nothingIsStaticAndChangeable() {
        fields().that()
                .areStatic()
                .should()
                .beFinal()
                .because("the one composed graph is the only thing that a container shares")
                .check(MAIN);
    }

    @Test
    void nothingIsPrinted() {
        noClasses()
                .that()
                .resideOutsideOfPackage(HOUSE + ".app.log..")
                .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
                .because("the log has one way out")
                .check(MAIN);
    }

    @Test
    void servicesAreFinal() {
        classes()
                .that(DescribedPredicate.describe("are classes", JavaClass::isTopLevelClass))
                .and()
                .areNotInterfaces()
                .should()
                .haveModifier(JavaModifier.FINAL)
                .because("nothing here is made to be inherited")
                .check(MAIN);
    }
}
