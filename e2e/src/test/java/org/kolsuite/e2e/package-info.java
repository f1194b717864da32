/**
 * Journeys over the packaged suite as it runs for people: real PostgreSQL, Kafka and Keycloak, five processes, everything
 * through the gateway. {@code suite} holds what journeys stand on; the other packages are one kind of question each.
 */
@NullMarked
package org.kolsuite.e2e;

import org.jspecify.annotations.NullMarked;
