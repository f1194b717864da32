/** Models of the objects that have no published Java model: what we use of them, and nothing else. */
@NullMarked
package org.kolsuite.k8s.model;

import org.jspecify.annotations.NullMarked;
