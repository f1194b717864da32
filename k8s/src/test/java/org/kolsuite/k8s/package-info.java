/**
 * Builds every overlay with kustomize and holds what comes out against typed models, against itself (each name that is referred to
 * exists) and against the code (settings, topics, probes). No cluster is needed, and nothing is taken on trust.
 */
@NullMarked
package org.kolsuite.k8s;

import org.jspecify.annotations.NullMarked;
