/** Import jobs, their files, issues and conflicts as rows. */
@NullMarked
package org.kolsuite.registry.imports.persistence;

import org.jspecify.annotations.NullMarked;
