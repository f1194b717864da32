/** Events of measured results, owned by reporting-service. */
@NullMarked
package org.kolsuite.contracts.reporting;

import org.jspecify.annotations.NullMarked;
