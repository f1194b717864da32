@NullMarked
package org.kolsuite.campaign.collaboration.rest;

import org.jspecify.annotations.NullMarked;
