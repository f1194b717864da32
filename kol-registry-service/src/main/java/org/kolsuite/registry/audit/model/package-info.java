/** The audience audit (shuijun): one rule per signal, and how signals become a score and a confidence. */
@NullMarked
package org.kolsuite.registry.audit.model;

import org.jspecify.annotations.NullMarked;
