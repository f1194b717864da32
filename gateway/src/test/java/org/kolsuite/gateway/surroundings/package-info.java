/** What stands around the gateway in its tests: an identity provider and services, as servers of their own. */
@NullMarked
package org.kolsuite.gateway.surroundings;

import org.jspecify.annotations.NullMarked;
