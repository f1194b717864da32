/**
 * The web front end: its files, its content security policy, and the headers that every answer carries.
 */
@NullMarked
package org.kolsuite.gateway.spa;

import org.jspecify.annotations.NullMarked;
