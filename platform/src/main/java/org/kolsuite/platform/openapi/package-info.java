/** What the services' OpenAPI documents say beyond what the scanner sees by itself. */
@NullMarked
package org.kolsuite.platform.openapi;

import org.jspecify.annotations.NullMarked;
