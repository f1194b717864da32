/** What people do with KOLs: one class per use case. */
@NullMarked
package org.kolsuite.registry.kol.application;

import org.jspecify.annotations.NullMarked;
