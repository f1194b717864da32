/** Rows about data at scale: imports, reports and their rebuild, search, and how soon a cost stands in a report. */
@NullMarked
package org.kolsuite.bench.data;

import org.jspecify.annotations.NullMarked;
