/** What people read. */
@NullMarked
package org.kolsuite.bench.report;

import org.jspecify.annotations.NullMarked;
