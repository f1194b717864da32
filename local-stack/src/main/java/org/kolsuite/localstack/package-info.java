/**
 * Real PostgreSQL, Kafka and Keycloak as processes of this machine: no containers, no root, no installation. The launcher starts
 * them for people, {@link org.kolsuite.localstack.TestStack} starts PostgreSQL and Kafka for tests. Nothing here knows a service.
 */
@NullMarked
package org.kolsuite.localstack;

import org.jspecify.annotations.NullMarked;
