/** What nobody may do: proven over every operation that the services describe in OpenAPI, not over a list by hand. */
@NullMarked
package org.kolsuite.e2e.security;

import org.jspecify.annotations.NullMarked;
