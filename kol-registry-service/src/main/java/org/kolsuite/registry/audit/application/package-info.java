/** Audits an account on the data that was imported, and keeps what came out. */
@NullMarked
package org.kolsuite.registry.audit.application;

import org.jspecify.annotations.NullMarked;
