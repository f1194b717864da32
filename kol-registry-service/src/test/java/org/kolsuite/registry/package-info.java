/** The registry, tried from outside on real PostgreSQL and Kafka, and its rules on their own. */
package org.kolsuite.registry;
