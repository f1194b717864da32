/** Events and state of campaigns and collaborations, owned by campaign-service. */
@NullMarked
package org.kolsuite.contracts.campaign;

import org.jspecify.annotations.NullMarked;
