/**
 * What nobody planned for: requests made from the OpenAPI of each service and then spoiled, by everybody who can call. The package's
 * name sorts last, because what it leaves behind in the suite is odd.
 */
@NullMarked
package org.kolsuite.e2e.wild;

import org.jspecify.annotations.NullMarked;
