package org.kolsuite.campaign.collaboration.model;

/**
 * Who did something, as history remembers it.
 *
 * @param id the sign-in's subject, the agency's id or the component's name
 * @param name as it was at that time
 */
public record Actor(Party party, String id, String name) {}
