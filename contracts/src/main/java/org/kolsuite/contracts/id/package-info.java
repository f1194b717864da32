/** Identifiers: UUIDs of version 7, made by whoever creates the thing, so that keys sort by time. */
@NullMarked
package org.kolsuite.contracts.id;

import org.jspecify.annotations.NullMarked;
