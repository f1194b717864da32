/** What every event has in common, and the topics events travel on. */
@NullMarked
package org.kolsuite.contracts.event;

import org.jspecify.annotations.NullMarked;
