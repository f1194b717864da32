package org.kolsuite.k8s.image;

import java.util.List;

/**
 * An image that was made, as an installation names it.
 *
 * @param service which service it is of
 * @param repository registry and path that it was pushed to; empty for one that only has its own name
 * @param tag version and commit
 * @param digest what it is, whatever its tag says; empty where no registry could be asked for it
 */
public record BuiltImage(String service, String repository, String tag, String digest) {

    /** What the manifests call a service's image. */
    static String nameOf(String service) {
        return "kol-suite/" + service;
    }

    /** {@code k8s/images}: the component that puts these images in place of the names in the manifests. */
    public static String kustomization(List<BuiltImage> images) {
        StringBuilder text = new StringBuilder("""
                # Which images are installed: `./kol images` writes this file. Keep it with your installation: a tag has the version and the commit, and
                # what was pushed is named by its digest too, so that another build is another image to Kubernetes and an upgrade rolls.
                apiVersion: kustomize.config.k8s.io/v1alpha1
                kind: Component
                images:
                """);
        for (BuiltImage image : images) {
            text.append("  - name: ").append(nameOf(image.service())).append('\n');
            if (!image.repository().isEmpty()) {
                text.append("    newName: ").append(image.repository()).append('\n');
            }
            text.append("    newTag: ").append(image.tag()).append('\n');
            if (!image.digest().isEmpty()) {
                text.append("    digest: ").append(image.digest()).append('\n');
            }
        }
        return text.toString();
    }
}
