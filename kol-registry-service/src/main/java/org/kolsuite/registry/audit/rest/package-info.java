/** Audits for members of an organisation. */
@NullMarked
package org.kolsuite.registry.audit.rest;

import org.jspecify.annotations.NullMarked;
