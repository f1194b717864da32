/** One transaction, bound to one tenant, enforced by PostgreSQL row-level security (docs/adr/0002). */
@NullMarked
package org.kolsuite.platform.tenancy;

import org.jspecify.annotations.NullMarked;
