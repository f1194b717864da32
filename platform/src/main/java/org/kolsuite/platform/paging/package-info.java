/** Opaque cursors, pages and versions (ETag, If-Match). */
@NullMarked
package org.kolsuite.platform.paging;

import org.jspecify.annotations.NullMarked;
