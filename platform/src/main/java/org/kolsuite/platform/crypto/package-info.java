/** Encryption at rest of bank details, addresses and phone numbers, and how they are masked. */
@NullMarked
package org.kolsuite.platform.crypto;

import org.jspecify.annotations.NullMarked;
