/** Images built from small stand-ins for what the build packages. */
@NullMarked
package org.kolsuite.k8s.image;

import org.jspecify.annotations.NullMarked;
