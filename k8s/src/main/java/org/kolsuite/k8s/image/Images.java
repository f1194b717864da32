package org.kolsuite.k8s.image;

import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.DockerDaemonImage;
import com.google.cloud.tools.jib.api.InvalidImageReferenceException;
import com.google.cloud.tools.jib.api.RegistryImage;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.frontend.CredentialRetrieverFactory;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** {@code ./kol images}: makes the images of all services that are packaged, and puts them where it is told. */
public final class Images {
    private static final List<String> SERVICES =
            List.of("gateway", "kol-registry-service", "campaign-service", "payment-service", "reporting-service");
    /** Has glibc and the JDK that the suite is tested on; who wants the same bytes next year names a digest. */
    private static final String BASE = "eclipse-temurin:25-jre";

    private Images() {}

    /**
     * @param arguments {@code --tag TAG --created INSTANT --kustomization FILE}, the last for what an installation needs to know; then where
     *     to: {@code --tar FOLDER}, {@code --push REGISTRY/PATH} or {@code --docker}; and if need be {@code --base IMAGE}
     */
    public static void main(String[] arguments) throws IOException, InvalidImageReferenceException {
        Options options = Options.parse(arguments);
        Path root = Path.of(System.getProperty("kol.root", "")).toAbsolutePath();
        List<BuiltImage> images = new ArrayList<>();
        for (String service : SERVICES) {
            String digest = image(root.resolve(service), service, options.created())
                    .build(options.base(), options.target(service));
            out().println(service + ":" + options.tag() + " " + digest);
            images.add(options.built(service, digest));
        }
        if (!options.kustomization().isEmpty()) {
            Files.writeString(Path.of(options.kustomization()), BuiltImage.kustomization(images));
            out().println("They are what " + options.kustomization() + " installs.");
        }
    }

    static ServiceImage image(Path module, String service, Instant created) throws IOException {
        Path application = module.resolve("target").resolve("quarkus-app");
        Path bill = module.resolve("target").resolve("bom.json");
        for (Path needed : List.of(application.resolve("quarkus-run.jar"), bill)) {
            if (!Files.exists(needed)) {
                throw new IllegalStateException(needed + " is missing: the service was not packaged for images");
            }
        }
        Properties settings = new Properties();
        try (Reader file = Files.newBufferedReader(module.resolve("src/main/resources/application.properties"))) {
            settings.load(file);
        }
        return new ServiceImage(
                service, application, bill, Integer.parseInt(settings.getProperty("quarkus.http.port")), created);
    }

    private static PrintStream out() {
        return System.out;
    }

    private record Options(String tag, Instant created, String kustomization, String base, String where, String place) {
        static Options parse(String[] arguments) {
            String tag = "";
            String kustomization = "";
            String base = BASE;
            String where = "";
            String place = "";
            Instant created = Instant.EPOCH;
            for (int i = 0; i < arguments.length; i++) {
                String name = arguments[i];
                String value = name.equals("--docker") || i + 1 == arguments.length ? "" : arguments[++i];
                switch (name) {
                    case "--tag" -> tag = value;
                    case "--kustomization" -> kustomization = value;
                    case "--created" -> created = Instant.parse(value);
                    case "--base" -> base = value;
                    case "--tar", "--push", "--docker" -> {
                        where = name;
                        place = value;
                    }
                    default -> throw new IllegalArgumentException("images: unknown option " + name);
                }
            }
            if (where.isEmpty()) {
                throw new IllegalArgumentException("images: where to? --tar FOLDER, --push REGISTRY/PATH or --docker");
            }
            return new Options(tag, created, kustomization, base, where, place);
        }

        /** Only a registry has it under the digest that we know: an engine may pack it anew. */
        BuiltImage built(String service, String digest) {
            return where.equals("--push")
                    ? new BuiltImage(service, repository(service), tag, digest)
                    : new BuiltImage(service, "", tag, "");
        }

        private String repository(String service) {
            return place + "/" + service;
        }

        Containerizer target(String service) throws IOException, InvalidImageReferenceException {
            String reference = BuiltImage.nameOf(service) + ":" + tag;
            return switch (where) {
                case "--push" -> {
                    String pushed = repository(service) + ":" + tag;
                    RegistryImage image = RegistryImage.named(pushed);
                    CredentialRetrieverFactory credentials = CredentialRetrieverFactory.forImage(
                            com.google.cloud.tools.jib.api.ImageReference.parse(pushed), event -> {});
                    yield Containerizer.to(image.addCredentialRetriever(credentials.dockerConfig()));
                }
                case "--docker" -> Containerizer.to(DockerDaemonImage.named(reference));
                default -> {
                    Path folder = Files.createDirectories(Path.of(place));
                    yield Containerizer.to(
                            TarImage.at(folder.resolve(service + ".tar")).named(reference));
                }
            };
        }
    }
}
