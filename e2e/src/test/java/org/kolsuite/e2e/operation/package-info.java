/** What Kubernetes and Prometheus are told about the suite, held against the running one. */
@NullMarked
package org.kolsuite.e2e.operation;

import org.jspecify.annotations.NullMarked;
