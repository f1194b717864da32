/** What the registry hears from reporting. */
@NullMarked
package org.kolsuite.registry.result.messaging;

import org.jspecify.annotations.NullMarked;
