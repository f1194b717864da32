/** What operators watch: what waits in this service's database, and for how long, as metrics (docs/guides/operator.md). */
@NullMarked
package org.kolsuite.platform.watch;

import org.jspecify.annotations.NullMarked;
