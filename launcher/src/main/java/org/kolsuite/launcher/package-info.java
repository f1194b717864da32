/**
 * Starts the local stack and the five packaged services, waits for their health, seeds once, and stops all of it: {@code ./kol} for
 * people, {@link org.kolsuite.launcher.Suite} for journeys. It runs packages and knows no service's code.
 */
@NullMarked
package org.kolsuite.launcher;

import org.jspecify.annotations.NullMarked;
