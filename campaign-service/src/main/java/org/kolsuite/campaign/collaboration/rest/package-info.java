/** Collaborations over HTTP, for members and for partners; the two never share an answer record. */
@NullMarked
package org.kolsuite.campaign.collaboration.rest;

import org.jspecify.annotations.NullMarked;
