/**
 * What campaign knows of KOLs: its own copy of the registry's state topic, so that an account can be checked and named
 * without asking another service inside a transaction.
 */
@NullMarked
package org.kolsuite.campaign.kol;

import org.jspecify.annotations.NullMarked;
