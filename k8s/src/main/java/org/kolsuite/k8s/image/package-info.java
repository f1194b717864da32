/** Container images of the five services, made with Jib from what the build packages: no daemon, no registry, the same bytes each time. */
@NullMarked
package org.kolsuite.k8s.image;

import org.jspecify.annotations.NullMarked;
