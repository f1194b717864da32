package org.kolsuite.platform.testing;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.MethodCallTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.vertx.core.datagram.DatagramSocket;
import io.vertx.core.http.HttpClient;
import io.vertx.core.net.NetClient;
import java.net.Socket;
import java.net.URL;
import java.net.URLConnection;
import java.nio.channels.AsynchronousSocketChannel;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SocketChannel;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.kolsuite.contracts.problem.Rejection;

/**
 * The directions of docs/architecture.md as tests. Each module has a subclass that names its base package; packages and
 * classes are found in the code, and a rule that finds nothing to judge fails, because such a rule can't fail otherwise.
 */
public abstract class ArchitectureRules {
    /** Whatever can open a connection, in plain Java, Vert.x and its Mutiny form. */
    static final ArchRule CALLS_NOBODY = noClasses()
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                            "java.net.http..",
                            "io.vertx.ext.web.client..",
                            "io.vertx.mutiny.ext.web.client..",
                            "jakarta.ws.rs.client..",
                            "org.eclipse.microprofile.rest.client..",
                            "javax.net..")
                    .or(assignableToAnyOf(
                            HttpClient.class,
                            NetClient.class,
                            DatagramSocket.class,
                            io.vertx.mutiny.core.http.HttpClient.class,
                            io.vertx.mutiny.core.net.NetClient.class,
                            io.vertx.mutiny.core.datagram.DatagramSocket.class,
                            URLConnection.class,
                            Socket.class,
                            java.net.DatagramSocket.class,
                            SocketChannel.class,
                            AsynchronousSocketChannel.class,
                            DatagramChannel.class)))
            .orShould()
            .callMethod(URL.class, "openConnection")
            .orShould()
            .callMethod(URL.class, "openStream")
            .because("links are stored and shown; a service that calls nobody can't be aimed at an inner address");

    private final String base;
    private final Set<Layer> layers;
    private final JavaClasses code;

    /** Layers that a package name ends with or holds: {@code org.kolsuite.campaign.collaboration.model}. */
    public enum Layer {
        MODEL,
        APPLICATION,
        REST,
        PERSISTENCE,
        MESSAGING;

        String packages(String base) {
            return base + ".." + name().toLowerCase(Locale.ROOT) + "..";
        }
    }

    /**
     * @param base the module's base package, such as {@code org.kolsuite.campaign}
     * @param layers the layers that the module must have
     */
    protected ArchitectureRules(String base, Set<Layer> layers) {
        this.base = base;
        this.layers = layers;
        this.code = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(base);
    }

    @Test
    void theModuleHasCodeAndEveryLayerItClaims() {
        assertThat(code).as("classes below %s", base).isNotEmpty();
        for (Layer layer : layers) {
            assertThat(in(layer)).as("classes in %s", layer.packages(base)).isNotEmpty();
        }
    }

    @Test
    void s13_noAddressThatAUserEntersIsEverCalled() {
        CALLS_NOBODY.check(code);
    }

    @Test
    void rulesArePlainJava() {
        if (layers.contains(Layer.MODEL)) {
            classes()
                    .that()
                    .resideInAPackage(Layer.MODEL.packages(base))
                    .should()
                    .onlyDependOnClassesThat(resideInAnyPackage(
                            "java..",
                            "javax.xml.stream..",
                            "org.jspecify..",
                            "org.kolsuite.contracts..",
                            Layer.MODEL.packages(base)))
                    .because("a rule must be readable and testable without any framework")
                    .check(code);
        }
    }

    @Test
    void restNeverTouchesPersistence() {
        if (layers.contains(Layer.REST)) {
            noClasses()
                    .that()
                    .resideInAPackage(Layer.REST.packages(base))
                    .should()
                    .dependOnClassesThat(resideInAnyPackage(
                            Layer.PERSISTENCE.packages(base), "jakarta.persistence..", "org.hibernate.."))
                    .because("resources speak to use cases; rows are nobody's answer")
                    .check(code);
        }
    }

    @Test
    void useCasesDoNotKnowHowTheyAreCalled() {
        if (layers.contains(Layer.APPLICATION)) {
            noClasses()
                    .that()
                    .resideInAPackage(Layer.APPLICATION.packages(base))
                    .should()
                    .dependOnClassesThat(resideInAnyPackage(Layer.REST.packages(base), "jakarta.ws.rs.."))
                    .because("the same use case serves people, programs, timers and events")
                    .check(code);
        }
    }

    @Test
    void nothingDependsOnAnotherServicesCode() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAPackage("org.kolsuite..")
                        .and(not(resideInAnyPackage(
                                base + "..", "org.kolsuite.contracts..", "org.kolsuite.platform.."))))
                .because("services know each other by contracts and REST only")
                .check(code);
    }

    @Test
    void onlyTheClockKnowsWhatTimeItIs() {
        noClasses()
                .that(not(resideInAPackage("org.kolsuite.platform.time..")))
                .should()
                .callMethodWhere(asksTheSystemForTheTime().and(not(producesTheClock())))
                .because("one injected Clock lets tests, the seed and history move time")
                .check(code);
    }

    @Test
    void everyRejectionIsFinalAndHasACodeOfItsOwn() {
        List<JavaClass> rejections = rejections();

        assertThat(rejections)
                .allSatisfy(type ->
                        assertThat(type.getModifiers()).as(type.getName()).contains(JavaModifier.FINAL));
        assertThat(rejections.stream().map(ArchitectureRules::codeOf)).doesNotHaveDuplicates();
    }

    @Test
    void everyPackageIsNullMarkedAndSaysWhatItIs() {
        Set<String> bare = code.stream()
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .map(JavaClass::getPackage)
                .filter(folder ->
                        folder.tryGetAnnotationOfType(NullMarked.class).isEmpty())
                .map(folder -> folder.getName())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(bare).as("packages without a @NullMarked package-info").isEmpty();
    }

    private List<JavaClass> rejections() {
        return code.stream()
                .filter(type -> type.isAssignableTo(Rejection.class)
                        && !type.getModifiers().contains(JavaModifier.ABSTRACT))
                .toList();
    }

    private static String codeOf(JavaClass rejection) {
        return Rejection.codeOf(rejection.reflect().asSubclass(Rejection.class));
    }

    private List<JavaClass> in(Layer layer) {
        DescribedPredicate<JavaClass> inLayer = resideInAPackage(layer.packages(base));
        return code.stream().filter(inLayer).toList();
    }

    private static DescribedPredicate<JavaClass> assignableToAnyOf(Class<?>... types) {
        return describe("open connections", type -> Stream.of(types).anyMatch(opener -> type.isAssignableTo(opener)));
    }

    private static DescribedPredicate<JavaAccess<?>> asksTheSystemForTheTime() {
        return describe("asks the system for the time", access -> {
            String owner = access.getTargetOwner().getName();
            String method = access.getTarget().getName();
            boolean now = owner.startsWith("java.time.") && method.equals("now") && !takesAClock(access);
            boolean systemClock =
                    owner.equals(Clock.class.getName()) && (method.startsWith("system") || method.startsWith("tick"));
            boolean millis = owner.equals(System.class.getName()) && method.equals("currentTimeMillis");
            return now || systemClock || millis;
        });
    }

    private static DescribedPredicate<JavaAccess<?>> producesTheClock() {
        return describe(
                "produces the clock",
                access -> access.getOrigin() instanceof JavaMethod producer
                        && producer.getRawReturnType().isEquivalentTo(Clock.class));
    }

    private static boolean takesAClock(JavaAccess<?> access) {
        return access.getTarget() instanceof MethodCallTarget call
                && call.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Clock.class));
    }
}
