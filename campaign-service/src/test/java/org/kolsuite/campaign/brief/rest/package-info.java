@NullMarked
package org.kolsuite.campaign.brief.rest;

import org.jspecify.annotations.NullMarked;
